"""Says in one line what is missing when this Python is too old. Runs on any Python 3."""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "safeguarding-kg needs Python 3.11 or later; this is %d.%d. Try: make PYTHON=python3.11 demo"
        % sys.version_info[:2]
    )
