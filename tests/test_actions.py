"""A recommendation's action is read from its verb, in whatever frame it stands. All items are invented."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import extract
from kg.model import Strength, joined
from kg.read import read as read_document
from tests.asking import actions, addressees, read

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("develop a pathway for young carers", ["develop"]),
        ("review and update the bruising protocol", ["review-guidance"]),
        ("if a parent does not speak English, ensure that an interpreter is booked", ["ensure-practice"]),
        ("in training, remind staff of the policy", ["raise-awareness"]),
        ("schools to name a lead for young carers", ["ensure-practice"]),
        ("police should notify schools within a day", ["share-information"]),
        ("partner agencies consider introducing a checklist", ["develop", "explore"]),
        ("the online procedures should be reviewed", ["review-guidance"]),
        ("families are offered temporary housing", ["commission", "ensure-practice"]),
        ("a review of the use of written agreements", ["review-guidance"]),
        ("training for foster carers", ["train"]),
        ("relevant staff to have sufficient training in recording", ["train"]),
        ("consider development of a neglect strategy", ["develop", "explore"]),
        ("seek assurance that plans are followed", ["seek-assurance"]),
        ("gain assurance that agencies provide training in recording", ["seek-assurance", "train"]),
        ("undertake an audit of fifty plans", ["quality-assure"]),
        ("ensure a robust system for quality assuring plans", ["quality-assure"]),
        ("commission an evaluation of the tool", ["commission", "quality-assure"]),
        ("share the findings of this review", ["disseminate"]),
        ("oversee the action plan, and should work together to remove barriers",
         ["coordinate", "oversee-implementation"]),
        ("request that agencies work together to develop an alert", ["coordinate", "develop"]),
        ("the partnership to agree a toolkit and train every agency in using it", ["develop", "train"]),
        ("write to the Department for Education", ["escalate-national"]),
        ("ensure that staff are aware of the toolkit", ["ensure-practice", "raise-awareness"]),
        ("ensure availability of interpreters", ["commission", "ensure-practice"]),
        ("emphasise the importance of challenge by developing the escalation process", ["develop", "raise-awareness"]),
        ("the leaflet should name sofas", ["review-guidance"]),
    ],
)  # fmt: skip
def test_an_action_is_read_from_the_frame_of_its_verb(item: str, found: list[str]) -> None:
    assert actions(item) == found


@pytest.mark.parametrize(
    ("item", "strength"),
    [
        ("schools must keep a record", Strength.MUST),
        ("schools should keep a record", Strength.SHOULD),
        ("practitioners need to keep a record", Strength.SHOULD),
        ("consider a joint record", Strength.CONSIDER),
        ("consideration should be given to a joint record", Strength.CONSIDER),
        ("further thought must also be given to a joint record", Strength.CONSIDER),
        ("the board should give consideration to a joint record", Strength.CONSIDER),
        ("it is essential that schools keep a record", Strength.MUST),
        ("it remains vital for schools to keep a record", Strength.MUST),
        ("it is also imperative that schools should keep a record", Strength.MUST),
        ("it is important that schools keep a record", Strength.SHOULD),
        ("it is important that schools consider a joint record", Strength.CONSIDER),
        ("there is a need for GPs to keep a record", Strength.SHOULD),
        ("it would be helpful for schools to keep a record", None),
        ("a policy on why it is essential that schools keep a record", None),
        ("children's services to consider a joint record", Strength.CONSIDER),
        ("keep a joint record", None),
        ("schools to keep a record", None),
    ],
)
def test_strength_is_stated_or_absent(item: str, strength: Strength | None) -> None:
    found = read(item).strength
    assert (found and found.value) is strength


@given(st.text(max_size=200))
def test_no_text_makes_the_reading_of_a_recommendation_fail(item: str) -> None:
    read(item, "Recommendations for the partnership include:")


@given(st.sampled_from([" ", "\n", "\n\n", "  "]))
def test_every_fact_stands_where_it_says(gap: str) -> None:
    lead_in, item = "Recommendations include:", "the local police should review their guidance".replace(" ", gap)
    facts = read(item, lead_in)
    passages = [fact.passage for fact in (*facts.actions, *facts.addressees, facts.strength) if fact]
    assert len(passages) == 3
    assert all(joined(f"{lead_in} {item}"[p.start : p.end]) == p.text for p in passages)


def test_every_recommendation_of_the_sample_has_its_actions_and_addressees() -> None:
    digest = extract(read_document(ROOT / "data/sample/nspcc-2023-07.txt"))
    gold = json.loads((ROOT / "tests/gold/nspcc-2023-07.gold.json").read_text(encoding="utf-8"))
    wanted = [item for review in gold for item in review["recommendations"]["items"]]
    found = [item for review in digest.reviews for item in review.recommendations]
    assert len(found) == len(wanted) == 31
    for item, want in zip(found, wanted, strict=True):
        assert {a.value.value for a in item.actions} == set(want["action_types"])
        assert {a.value.value for a in item.addressees} == set(want["addressee_types"]) - {"unspecified"}


@pytest.mark.parametrize(
    ("item", "asked", "of"),
    [
        ("GPs review the leaflet. It is also recommended that nurses are trained.", {"train"}, {"primary-care"}),
        ("The board should review its protocol. Nurseries are asked to audit their books.",
         {"review-guidance", "quality-assure"}, {"safeguarding-partnership", "early-years"}),
        ("Review the protocol. The review also recommends that the police share their flags.",
         {"review-guidance", "share-information"}, {"police"}),
        ("The police should audit calls. Schools should hold a register.", {"quality-assure"}, {"police", "schools"}),
    ],
)  # fmt: skip
def test_what_a_further_sentence_asks_of_others_is_asked_too(item: str, asked: set[str], of: set[str]) -> None:
    assert asked <= set(actions(item))
    assert of <= set(addressees(item))


@pytest.mark.parametrize(
    "item",
    [
        "The police should audit calls. This would take a school nurse an hour.",
        "The police should audit calls. Schools had asked them to review the form.",
        "The police should audit calls. It was known that GPs were to be trained.",
        "The police should audit calls. Staff should read what they find.",
    ],
)
def test_a_further_sentence_that_asks_no_agency_adds_nothing(item: str) -> None:
    assert (actions(item), addressees(item)) == (["quality-assure"], ["police"])


@pytest.mark.parametrize(
    ("item", "asked", "of"),
    [
        ("It was also suggested that the police share their flags.", ["share-information"], ["police"]),
        ("It was felt that GPs should be trained.", ["train"], ["primary-care"]),
        ("It is advised that the board reviews its plan.", ["review-guidance"], ["safeguarding-partnership"]),
        ("The panel suggested that schools review their policies.", ["review-guidance"], ["schools"]),
    ],
)  # fmt: skip
def test_words_that_only_say_that_something_is_recommended_are_passed_over(
    item: str, asked: list[str], of: list[str]
) -> None:
    assert (actions(item), addressees(item)) == (asked, of)
