"""Where a recommendation names who is to act outside its subject and verb: in brackets, before a dash, after "with"."""

from kg.extract.actions.addressee_words import (
    AGENCIES_THERE,
    CLAUSE,
    IN_BRACKETS,
    JOINTLY_WITH,
    PANEL,
    PANEL_NAMED,
    PANEL_NEAR,
    THAT,
    THE_PANEL,
    TO_WHOM,
    WITH_FIRST,
)
from kg.extract.actions.frames import Frame, Voice
from kg.extract.agencies.mentions import AgencyMention, directly, heads, mentions
from kg.model import Addressee, Passage


def in_brackets(view: str, item: Passage) -> list[AgencyMention]:
    """Those who are named in brackets behind all that is asked, and not as the members of what stands before."""
    found = IN_BRACKETS.search(view, item.start, item.end)
    if found is None or AGENCIES_THERE.search(view, item.start, found.start()):
        return []
    if any(mention.end == found.start() for mention in mentions(view, item.start, found.start())):
        return []  # "the local authority (children's social care)": the same in other words
    named = directly(view, *found.span("names"))
    return named if named and named[-1].end == found.end("names") else []


def topic(view: str, found: Frame) -> list[AgencyMention]:
    """Those before a dash or a colon, with or without a word that leads to them: "for schools - keep a register"."""
    if found.topic is None:
        return []
    led = TO_WHOM.match(view, *found.topic)
    return heads(view, led.end() if led else found.topic[0], found.topic[1])


def to_whom(view: str, item: Passage) -> list[AgencyMention]:
    """Those to whom a recommendation is made in its own words: "to drug services that boxes be locked"."""
    match = TO_WHOM.match(view, item.start, item.end)
    return addressed_in(view, item, match.end()) if match else []


def addressed_in(view: str, item: Passage, start: int | None = None) -> list[AgencyMention]:
    """Those named first, before what is asked of them: "the hospital on how it lets parents stay"."""
    named = directly(view, item.start if start is None else start, item.end)
    return named if named and THAT.match(view, named[-1].end) else []


def the_panel(text: str, found: Frame) -> list[AgencyMention]:
    """The panel that is to act, by its name before: a board in Northern Ireland, a national body in England."""
    if found.voice is not Voice.ACTIVE or found.subject is None or not THE_PANEL.fullmatch(text, *found.subject):
        return []
    named = list(PANEL_NAMED.finditer(text, max(0, found.start - PANEL_NEAR), found.start))
    if not named:
        return []
    code = Addressee.SAFEGUARDING_PARTNERSHIP if named[-1]["local"] else Addressee.NATIONAL_PANEL
    return [AgencyMention((code,), *found.subject)]


def panel(view: str, lead_in: Passage) -> list[AgencyMention]:
    """The board that is called a panel: only the words before a list say that it is one of these."""
    panel = PANEL.search(view, lead_in.start, lead_in.end)
    return [AgencyMention((Addressee.SAFEGUARDING_PARTNERSHIP,), *panel.span("panel"))] if panel else []


def beside(view: str, found: Frame, item: Passage) -> list[AgencyMention]:
    """With whom those addressed are to act: "with the police, revise", "write jointly with the hospital"."""
    first = WITH_FIRST.match(view, item.start, item.end)
    named = directly(view, first.end(), item.end) if first else []
    if named and view.startswith(",", named[-1].end):
        return named
    stop = CLAUSE.search(view, found.verb_end, item.end)
    jointly = next(JOINTLY_WITH.finditer(view, found.start, stop.start() if stop else item.end), None)
    return directly(view, jointly.end(), item.end) if jointly else []
