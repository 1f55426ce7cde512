"""The verbs joined to the main one of a recommendation, and what they ask for: "agree a tool and train staff"."""

from collections.abc import Iterator

from kg.extract.actions.frames import Frame, Voice
from kg.extract.actions.verb_actions import beyond_practice
from kg.extract.actions.verbs import VERBS
from kg.extract.text.lemmas import lemma
from kg.extract.text.parsed import deferred
from kg.extract.text.plain import Span
from kg.extract.text.wording import pattern
from kg.model import Action


def of_joined_verbs(view: str, found: Frame, main_end: int, end: int) -> Iterator[tuple[Action, Span]]:
    """The actions of verbs joined to the main one: "agree a toolkit and train every agency"."""
    if found.voice is Voice.NOMINAL:
        return
    for match in _JOINED.finditer(view, found.verb_end, main_end):
        base = lemma(match["verb"])
        passive = match["verb"].endswith(("ed", "en"))
        known = base != "consider" or _WEIGHED.match(view, match.start("verb"))
        same_form = passive if found.voice is Voice.PASSIVE else match["verb"] == base
        if (
            same_form
            and base in VERBS
            and known
            and not (base in _AFRESH and _AGAIN.match(view, match.end()))
            and not _NOUN_OF.match(view, match.end())
            and not (_PURPOSE.match(view, match.start()) and " and to " not in view[match.end() : end])
            and not _DUTY.search(view, found.verb_end, match.start())
        ):
            yield from beyond_practice(view, match.start("verb"), end)
    for match in _AND_TRAINED.finditer(view, found.verb_end, end):
        yield Action.TRAIN, match.span("verb")
    led_by_to = found.voice is Voice.IMPERATIVE and view.startswith("to ", max(0, found.start - 3))
    if led_by_to or (found.modal and view[slice(*found.modal)].lower() == "to"):
        for match in _AND_TO.finditer(view, main_end, end):
            yield from beyond_practice(view, match.start("verb"), end)
        for match in _AND_TELL.finditer(view, main_end, end):
            yield Action.SHARE_INFORMATION, match.span("verb")
    if found.voice is Voice.IMPERATIVE:
        for match in _AND_THEN.finditer(view, main_end, end):
            if match["verb"] == lemma(match["verb"]):
                asked = beyond_practice(view, match.start("verb"), end)
                yield from ((action, span) for action, span in asked if action in _LATER)


_JOINED = pattern(
    r"(?:,? and|,? or|,|;)(?:,? where necessary,?)? (?:then |also |should |must |to |be "
    r"|further )*(?P<verb>[a-z][\w-]+)"
)
_AND_TO = pattern(r", and to (?P<verb>[a-z][\w-]+)")  # goes on with what somebody is "to" do, past any clause
_AND_TRAINED = pattern(r", and (?:[\w'-]+ ){1,4}?(?:(?:is|are) to|should|must) be (?P<verb>trained)")
_PURPOSE = pattern(
    r", to (?:establish|understand|ascertain|determine|identify|find out|see) (?:what|why|how|whether|if)\b"
)
_AND_TELL = pattern(  # whoever else is spoken of, to tell an agency is what is asked
    r"and to (?P<verb>notify|inform|alert) (?=(?:the |each |every |an? )*(?!parents|families|carers|children(?!'s))\w)"
)
_AND_THEN = pattern(
    r"(?:(?:,|\)) and|and(?= (?:monitor|evaluate|audit|track) (?:its|their) )) (?P<verb>[a-z][\w-]+)"
)  # a second request, when the first has ended in a clause
_LATER = {Action.TRAIN, Action.QUALITY_ASSURE, Action.OVERSEE_IMPLEMENTATION, Action.REVIEW_GUIDANCE}
_DUTY = deferred(r"\b(?:need|duty|importance|requirement|ability|how|when) to [\w-]+$")  # "to date and draw it"
_NOUN_OF = pattern(r" of| for| meetings?| plans?| tools?")
_WEIGHED = pattern(r"consider (?:alternatives|other|options|whether|how|what)")
_AGAIN = pattern(
    r" (?:it|them|this|these|(?:their|its) [\w-]+) (?:each|every|annually|yearly|regularly|after|within|at|in)"
)
_AFRESH = {"review", "refresh", "update"}
