"""The elements of a web page by what becomes of them: dropped, set as paragraphs, set as lines."""


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


DROPPED = _names(
    "script style noscript template head nav footer aside form button select svg math iframe object canvas audio video"
    " dialog map textarea"
)
DROPPED_ROLES = _names("navigation banner contentinfo search dialog alertdialog complementary menu menubar")
DROPPED_NAMES = _names(
    "cookie cookies consent gdpr breadcrumb breadcrumbs nav navbar navigation menu footer skip share sharing social"
    " pagination sidebar"
)  # parts of a class or an id that name what stands beside the words of a page
PARAGRAPHS = _names(
    "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section article main header hgroup figure fieldset details"
    " address body"
)
LINES = _names("br div li tr td th dt dd caption figcaption summary legend center hr")
NEVER_NESTED = _names(
    "area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr"
)  # those without an end, and those that end each other
