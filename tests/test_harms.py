"""Harm is read from words for it, and what is only suspected is kept apart. All summaries are invented."""

import pytest

from kg.model import Harm, Outcome
from tests.stating import facts


@pytest.mark.parametrize(
    ("summary", "harms"),
    [
        ("Non-accidental injuries to a baby.", ["physical-abuse"]),
        ("Death of a baby after his father shook him.", ["physical-abuse"]),
        ("Physical and emotional abuse of a girl.", ["emotional-abuse", "physical-abuse"]),
        ("Sexual and criminal exploitation of a boy.", ["child-criminal-exploitation", "child-sexual-exploitation"]),
        ("Rape of a girl by her uncle.", ["sexual-abuse"]),
        ("Sexual abuse of a boy by another child.", ["harmful-sexual-behaviour", "sexual-abuse"]),
        ("Chronic neglect of three siblings.", ["neglect"]),
        ("Suicide of a 16-year-old girl.", ["suicide"]),
        ("A boy of 3 was burned. Doctors said that the burns had been inflicted.", ["physical-abuse"]),
        ("A girl was ill. Her father told the police that he had shaken her.", ["physical-abuse"]),
        ("A girl of 9 was taken into care. She said that her uncle had raped her; he was jailed.", ["sexual-abuse"]),
        ("A girl was injured when she harmed herself.", ["self-harm"]),
        ("A boy was stabbed to death.", ["homicide"]),
        ("Murder of a woman by her husband. Her son was asleep.", ["domestic-homicide"]),
        ("Death of a baby. He died while sleeping on an air mattress along with his mother.", ["unsafe-sleep"]),
        ("Death of a baby while sharing a sofa with his father.", ["unsafe-sleep"]),
        ("Death of a boy by drowning.", ["accident"]),
        ("Death of a boy in May 2014 of heart failure.", ["medical-cause"]),
        ("Concerns about a young adult exhibiting harmful sexual behaviours.", ["harmful-sexual-behaviour"]),
        ("Allegations that a girl was raped by her uncle. He was convicted in 2014.", ["sexual-abuse"]),
    ],
)
def test_harm_is_stated_by_words_for_it(summary: str, harms: list[str]) -> None:
    incident = facts(summary)[1]
    assert [harm.value.value for harm in incident.harms] == harms
    assert incident.hedged_harms == ()


@pytest.mark.parametrize(
    ("summary", "hedged"),
    [
        ("Suspected fabricated or induced illness in a child.", ["fabricated-or-induced-illness"]),
        ("Possible sexual abuse of a girl.", ["sexual-abuse"]),
        ("Injuries indicative of physical and possible sexual abuse of a boy.", ["physical-abuse", "sexual-abuse"]),
        ("A boy may have died by suicide.", ["suicide"]),
        ("Death of a boy, possibly by suicide.", ["suicide"]),
        ("Death of a baby in December; unsafe sleeping may have been a factor.", ["unsafe-sleep"]),
        ("Death of a girl. It is unclear whether she took her own life.", ["suicide"]),
        (
            "Collapse of a boy of 6 weeks. While shaking was initially considered, no cause was found.",
            ["physical-abuse"],
        ),
        ("A boy of 4 was found ill. His sister said that he had been beaten by their stepfather.", ["physical-abuse"]),
        ("A girl of 9 was taken into care. She told a teacher that her uncle had raped her.", ["sexual-abuse"]),
        ("A boy of 16 was found hanged. The inquest returned an open verdict.", ["suicide"]),
        ("Suicide of a girl of 15. An open conclusion was recorded.", ["suicide"]),
        ("Death of a boy of 14 by hanging. It is not known whether he meant to die.", ["suicide"]),
        ("Death of a girl of 15 from an overdose of painkillers.", ["suicide"]),
        ("Death of a girl. Nobody knows whether she intended to die when she took an overdose.", ["suicide"]),
        ("Allegations of neglect of a girl.", ["neglect"]),
        ("Concerns that a girl of 8 had been sexually abused by her uncle.", ["sexual-abuse"]),
        ("Concerns were raised by the school that a 7-year-old girl was being neglected.", ["neglect"]),
        ("There were worries that a boy of 3 was being starved by his mother.", ["neglect"]),
        ("It was reported that a boy of 6 had been physically abused by his mother.", ["physical-abuse"]),
        ("Claims that a boy of 13 was beaten at a children's home. Nobody was convicted.", ["physical-abuse"]),
    ],
)
def test_hedged_harm_is_never_stated_harm(summary: str, hedged: list[str]) -> None:
    incident = facts(summary)[1]
    assert incident.harms == ()
    assert [harm.value.value for harm in incident.hedged_harms] == hedged


def test_a_hedge_reaches_only_the_harm_it_stands_before() -> None:
    incident = facts("Physical abuse and possible sexual abuse of a girl.")[1]
    assert [harm.value for harm in incident.harms] == [Harm.PHYSICAL_ABUSE]
    assert [harm.value for harm in incident.hedged_harms] == [Harm.SEXUAL_ABUSE]


@pytest.mark.parametrize(
    "summary",
    [
        "Serious injuries to a 2-year-old boy.",
        "Death of a baby. Mother had a history of domestic abuse and neglect.",
        "Death of a girl. There was no evidence of sexual abuse.",
        "Death of a boy. His mother had been sexually abused as a child.",
    ],
)
def test_injuries_denials_and_the_past_of_others_are_no_stated_harm(summary: str) -> None:
    assert facts(summary)[1].harms == ()


@pytest.mark.parametrize(
    ("summary", "outcome"),
    [
        ("Death of a boy.", Outcome.DEATH),
        ("Suicide of a girl.", Outcome.DEATH),
        ("A boy of 12 lost his life on a railway line.", Outcome.DEATH),
        ("A baby passed away in hospital.", Outcome.DEATH),
        ("A girl did not survive an assault.", Outcome.DEATH),
        ("A boy was stabbed. A man was convicted of his murder.", Outcome.DEATH),
        ("Serious injuries to a boy.", Outcome.SERIOUS_HARM),
        ("Sexual abuse of a girl.", Outcome.SERIOUS_HARM),
        ("Neglect of a boy. His mother had died in 2010.", Outcome.SERIOUS_HARM),
        ("Attempted murder of a girl by her father.", Outcome.SERIOUS_HARM),
        ("Concerns about a young adult exhibiting harmful sexual behaviours.", Outcome.OTHER),
        ("Examines how services worked with a boy.", None),
        ("Possible neglect of a 4-year-old boy.", None),
        ("Suspected induced illness of a girl. The mother denied harming her.", None),
        ("Suspected neglect of a girl at risk of significant harm.", None),
        ("Allegation of rape of a 15-year-old girl. The allegation was found to be false.", None),
        ("False allegations of sexual abuse of two girls.", None),
        ("The arrest of a 15-year-old boy for suspected sexual abuse of his sister.", Outcome.OTHER),
    ],
)
def test_the_outcome_is_the_gravest_that_is_stated(summary: str, outcome: Outcome | None) -> None:
    found = facts(summary)[1].outcome
    assert (found and found.value) is outcome


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        ("Serious harm of a 12-year-old girl in 2022. Suspected neglect.", "Serious harm"),
        ("Life-changing injuries to a baby boy. He had been shaken.", "Life-changing injuries"),
        ("Serious injuries to a toddler. Possible physical abuse.", "Serious injuries"),
        ("Neglect of two sisters.", "Neglect"),
        ("Injuries indicative of physical and possible sexual abuse of a boy.", "Injuries"),
        ("Considers Baby A. A fracture was found, which may have been inflicted.", "fracture"),
        ("Neglect and possible sexual abuse of a girl.", "Neglect"),
    ],
)
def test_serious_harm_rests_on_the_words_for_it(summary: str, words: str) -> None:
    outcome = facts(summary)[1].outcome
    assert outcome is not None
    assert (outcome.value, outcome.passage.text) == (Outcome.SERIOUS_HARM, words)


@pytest.mark.parametrize(
    "summary",
    [
        "Injuries to a boy in 2020, of {}who told a teacher that he had been physically abused by his stepfather.",
        "Three children of {}were removed because of severe neglect.",
    ],
)
def test_what_stands_far_behind_in_the_first_sentence_is_read_as_what_stands_near(summary: str) -> None:
    far = "a home in a town by the sea that many services knew well, " * 14

    def harms(behind: str) -> list[list[Harm]]:
        incident = facts(summary.format(behind))[1]
        return [[harm.value for harm in found] for found in (incident.harms, incident.hedged_harms)]

    assert harms(far) == harms("") != [[], []]
