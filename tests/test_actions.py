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


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("opticians to flag any child who has broken three pairs of glasses", ["ensure-practice"]),
        ("opticians to flag any child who has broken three pairs to the school nurse", ["share-information"]),
        ("nurseries to keep a log of late collections", ["ensure-practice"]),
        ("the council to keep a register of childminders", ["develop"]),
        ("trustees should receive a quarterly report on exclusions from the club", ["ensure-practice"]),
        ("trustees should receive a quarterly report on progress", ["oversee-implementation"]),
        ("wardens to check that there is enough space for a cot", ["ensure-practice"]),
        ("check that each hostel has read the rules", ["seek-assurance"]),
        ("schools and police to hold a joint debrief after every search", ["coordinate", "ensure-practice"]),
        ("schools and police to hold a joint meeting", ["coordinate"]),
        ("dentists and GPs meet monthly to discuss children in need", ["coordinate", "ensure-practice"]),
        ("dentists and GPs meet monthly", ["coordinate"]),
        ("make signers available for every core group meeting", ["ensure-practice"]),
        ("make signers available to deaf parents", ["commission"]),
        ("surgeries should have a written care plan for each child with epilepsy", ["ensure-practice"]),
        ("surgeries should have a written plan", ["develop"]),
        ("offer each new mother a home visit in the first week", ["ensure-practice"]),
        ("advocates to take part in every core group of which they know the child", ["ensure-practice"]),
        ("advocates to take part in the neglect forum", ["coordinate"]),
        ("strengthen supervision so that drift is named", ["ensure-practice"]),
        ("strengthen supervision policies", ["review-guidance"]),
        ("embed routine enquiry about gambling", ["ensure-practice"]),
        ("criminal checks on visitors", ["quality-assure"]),
        ("background checks on visitors to the home", ["ensure-practice"]),
        ("supervision for night workers", ["ensure-practice"]),
        ("a visit within two days of notification that a child has moved", ["ensure-practice"]),
    ],
)  # fmt: skip
def test_what_is_done_each_time_is_practice(item: str, found: list[str]) -> None:
    assert actions(item) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("nurseries to receive court notices about a child's contact", ["ensure-practice", "share-information"]),
        ("ensure that childminders receive the full history before a child starts",
         ["ensure-practice", "share-information"]),
        ("ensure that parents receive copies of the leaflet", ["ensure-practice"]),
        ("the clinic to obtain records from the last surgery", ["ensure-practice", "share-information"]),
        ("the clinic to seek information from the mother", ["ensure-practice"]),
        ("make a handover to the new nurse", ["ensure-practice", "share-information"]),
        ("midwives and pharmacists to be told of missed doses", ["share-information"]),
        ("midwives to be told of the new pathway", ["raise-awareness"]),
        ("court notices to reach the nursery", ["share-information"]),
        ("write jointly with the police to all hotels about under-age guests", ["coordinate", "share-information"]),
        ("agree a process under which files are passed on at each move", ["develop", "share-information"]),
    ],
)  # fmt: skip
def test_what_one_agency_gets_of_another_about_a_child_is_shared(item: str, found: list[str]) -> None:
    assert actions(item) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("the board should print a bath safety message every June", ["raise-awareness"]),
        ("the board should publish the key messages from this review", ["disseminate"]),
        ("pharmacies to display posters about coping with crying in each waiting area", ["raise-awareness"]),
        ("provide pupils with the number of the helpline", ["raise-awareness"]),
        ("ensure that drivers know how to contact the duty team", ["raise-awareness"]),
        ("ensure that drivers know how to hold a conversation", ["ensure-practice"]),
        ("consider, with the ambulance service, a winter campaign", ["explore", "raise-awareness"]),
    ],
)  # fmt: skip
def test_what_the_public_and_staff_are_to_know_raises_awareness(item: str, found: list[str]) -> None:
    assert actions(item) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("adopt a limit of two years on short-term orders", ["develop", "review-guidance"]),
        ("add ladders, sheds and water butts to its garden checklist", ["review-guidance"]),
        ("add a shed", ["develop"]),
        ("include response times in the service specification", ["commission"]),
        ("offer a young carers support worker to each household", ["commission"]),
        ("invite young people to help write the online policy", ["develop"]),
        ("invite parents to help to write safety plans where they agree", ["ensure-practice"]),
        ("youth leaders to be involved in the design of a code", ["develop"]),
        ("agree a cross-boundary pathway", ["coordinate", "develop"]),
        ("agree a joint funding agreement for short breaks", ["coordinate", "develop"]),
        ("bring gambling harm into induction training", ["train"]),
        ("consider, with the coastal partnership, a protocol for missing sailors", ["develop", "explore"]),
        ("explore joint working between the two clinics", ["coordinate", "explore"]),
        ("consider how they can jointly visit a family that has moved", ["coordinate", "explore"]),
    ],
)  # fmt: skip
def test_what_is_made_changed_paid_for_or_weighed_is_read_from_its_object(item: str, found: list[str]) -> None:
    assert actions(item) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("the Health and Social Care Trust to create a clinic", ["develop"]),
        ("the trust and the council to create a clinic", ["coordinate", "develop"]),
        ("adult and children's social care to design a pathway", ["coordinate", "develop"]),
        ("nurseries and schools to use a single body map", ["ensure-practice"]),
        ("nurseries and schools to use a single shared record", ["coordinate", "ensure-practice"]),
    ],
)
def test_only_several_who_agree_on_something_coordinate(item: str, found: list[str]) -> None:
    assert actions(item) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("draw up a risk profile, and refresh it every year", ["develop"]),
        ("audit late referrals, to establish whether anyone noticed", ["quality-assure"]),
        ("audit late referrals and establish why they were late", ["explore", "quality-assure"]),
        ("see each new pupil within a week, and to audit this", ["ensure-practice", "quality-assure"]),
        ("clubs are to teach what is safe online, and volunteers are to be trained", ["ensure-practice", "train"]),
        ("clubs are to teach what is safe online to volunteers who are trained", ["ensure-practice"]),
    ],
)
def test_a_joined_verb_asks_for_more_unless_it_is_only_a_purpose(item: str, found: list[str]) -> None:
    assert actions(item) == found
