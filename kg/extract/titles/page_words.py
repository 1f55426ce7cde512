"""Lines that a web page prints around its text: "Home", "Share on Facebook", "Reading time: 3 minutes"."""

import re

from kg.extract.text.parsed import deferred

_PAGE = r"(?:\s+(?:this|the)\s+(?:page|post|article|review|briefing|newsletter))?"
_OF_PAGE = deferred(
    r"(?:home(?:\s?page)?|(?:main\s+)?menu|navigation|breadcrumbs?|you\s+are\s+here|site\s?map|search|log\s?[io]n"
    r"|sign\s+(?:in|up)|register|basket|contact\s+us|about\s+us|news(?:\s+and\s+events)?|events"
    r"|training(?:\s+and\s+events)?"
    r"|skip\s+to\b.*|(?:go\s+)?back\s+to\b.*|(?:accept|reject|manage)(?:\s+(?:all|optional|additional))?"
    r"(?:\s+(?:cookies|preferences|settings))?|cookies?(?:\s+(?:policy|settings|on\s+this\s+\w+))?"
    rf"|(?:print|share|e-?mail|tweet|like|save|follow|listen\s+to|rate|pin){_PAGE}"
    r"(?:\s+(?:on|via|by|to|with)\s+(?:[\w-]+\s?){1,2})?"
    r"|(?:facebook|twitter|x|linked\s?in|whatsapp|instagram|you\s?tube|pinterest|bluesky|mastodon)"
    r"|reading\s+time\b.*|\d{1,2}\s+min(?:ute)?s?\s+read|(?:related|similar|more|other|popular)\s+(?:pages"
    r"|posts|articles"
    r"|content|links)|in\s+this\s+(?:issue|edition|section)|on\s+this\s+page|privacy(?:\s+(?:policy|notice))?"
    r"|(?:learning|resources?|knowledge|training)\s+(?:hub|zone|portal|centre|library|academy)"
    r"|terms(?:\s+(?:of|and)\s+\w+)?|accessibility(?:\s+statement)?|yes|no|next(?:\s+page)?|previous(?:\s+page)?)"
    r"\s*[:>»|?]?",
    re.IGNORECASE,
)


def is_of_page(words: str) -> bool:
    """Whether a line is none of the text's words but a page's, for whoever looks around on it."""
    return _OF_PAGE.fullmatch(words.strip(" >#*")) is not None
