"""Who is asked is who the item names, else who its lead-in addresses, else nobody. All items are invented."""

import pytest

from kg.extract.recommendations import recommendation_facts
from kg.model import passage
from tests.asking import addressees, read

PARTNERSHIP = "Recommendations for the partnership include:"


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("children's services to fund respite", ["childrens-social-care"]),
        ("police and probation should share intelligence", ["police", "probation"]),
        ("local children's agencies, midwifery services and adult services review their guidance",
         ["adult-social-care", "childrens-social-care", "maternity"]),
        ("partner agencies consider introducing a checklist", ["all-partner-agencies"]),
        ("the Department for Education should consider a register", ["national-body"]),
        ("relevant staff in partner agencies to have training", ["all-partner-agencies"]),
        ("ensure that practitioners understand consent", ["practitioners"]),
        ("seek assurance that all professionals, including safeguarding leads in schools, are equipped",
         ["practitioners", "schools"]),
        ("remind partner agencies of the policy", ["all-partner-agencies"]),
        ("ask the hospital trust and general practice to write a protocol", ["acute-hospital", "primary-care"]),
        ("review how schools record worries", ["schools"]),
        ("commission a listening service in primary care", ["primary-care"]),
        ("offer social workers and police officers joint training", ["childrens-social-care", "police"]),
        ("officers who attend such calls to be trained", ["police"]),
        ("joint visits by midwife and social worker", ["childrens-social-care", "maternity"]),
        ("a review of the protocol for re-housing families", ["housing"]),
    ],
)  # fmt: skip
def test_who_the_item_names_is_asked_whatever_the_lead_in_says(item: str, found: list[str]) -> None:
    assert addressees(item) == found
    assert addressees(item, PARTNERSHIP) == found


@pytest.mark.parametrize(
    "item",
    [
        "review the bruising protocol",
        "guidance for schools should be clearer",
        "tell the health visitor when a partner joins the household",
        "therapy should not wait for court",
        "explore how training can help professionals",
    ],
)
def test_who_is_only_spoken_of_is_not_asked(item: str) -> None:
    assert addressees(item) == []
    assert addressees(item, PARTNERSHIP) == ["safeguarding-partnership"]


@pytest.mark.parametrize(
    ("lead_in", "found"),
    [
        ("Recommendations include:", []),
        ("Recommendations to the safeguarding board include:", ["safeguarding-partnership"]),
        ("LA1 partnership:", ["safeguarding-partnership"]),
        ("Police:", ["police"]),
        ("Recommendations for the Panel include:", ["safeguarding-partnership"]),
    ],
)
def test_a_lead_in_addresses_what_names_nobody(lead_in: str, found: list[str]) -> None:
    assert addressees("review the bruising protocol", lead_in) == found


def test_all_staff_are_those_of_whom_the_list_is_for() -> None:
    assert addressees("train all staff in first aid", "For the school:") == ["schools"]
    assert addressees("train all staff in first aid", PARTNERSHIP) == ["practitioners"]
    assert addressees("train all staff in first aid") == ["practitioners"]


def test_who_is_invited_to_a_meeting_is_not_asked_and_those_who_invite_are() -> None:
    assert addressees("invite health visitors to discharge meetings", "Mental health services:") == ["mental-health"]
    assert addressees("nurseries to be invited to conferences", PARTNERSHIP) == ["safeguarding-partnership"]


def test_the_addressee_is_kept_as_printed() -> None:
    assert read("the host police force and health services to tell schools").addressee_text is not None
    assert read("review the protocol").addressee_text is None


@pytest.mark.parametrize("item", ["provide training on dental neglect for all who work with families",
                                  "deliver briefings to practitioners on safe sleep"])  # fmt: skip
def test_whoever_gives_training_to_staff_of_no_agency_is_asked(item: str) -> None:
    assert addressees(item, "Recommendations for the safeguarding partnership include:") == ["safeguarding-partnership"]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("seek assurance from schools that tools are locked away", ["safeguarding-partnership", "schools"]),
        ("ask the police to keep a log", ["police"]),
        ("raise awareness among taxi drivers and hotels", ["safeguarding-partnership"]),
        ("raise awareness among school staff", ["schools"]),
        ("commission youth workers in the emergency department", ["safeguarding-partnership"]),
        ("training for midwives in tongue tie", ["safeguarding-partnership"]),
    ],
)
def test_in_a_list_for_the_partnership_it_is_addressed_where_it_alone_can_act(item: str, found: list[str]) -> None:
    assert addressees(item, "Recommendations for the safeguarding partnership include:") == found


@pytest.mark.parametrize(
    "item",
    [
        "train hotel, taxi and takeaway staff to spot exploitation and to report it",
        "brief taxi drivers on exploitation",
        "raise awareness among letting agents of cuckooing",
        "circulate the learning from this review to pharmacists",
        "share the findings with faith groups",
        "develop a neglect strategy and a screening tool for use across agencies",
        "write a protocol to be used by all agencies",
        "see that each child who goes missing is offered an interview",
    ],
)
def test_who_is_taught_told_or_to_use_it_is_not_asked_where_the_list_is_for_somebody(item: str) -> None:
    assert addressees(item, PARTNERSHIP) == ["safeguarding-partnership"]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("remind schools of the escalation policy", ["schools"]),
        ("all agencies to use the screening tool", ["all-partner-agencies"]),
        ("schools to check the identity of those who collect children", ["schools"]),
    ],
)
def test_who_is_reminded_or_is_to_use_it_is_asked(item: str, found: list[str]) -> None:
    assert addressees(item, PARTNERSHIP) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("explore how schools hear pupils", ["schools"]),
        ("consider whether GPs see enough of fathers", ["primary-care"]),
    ],
)
def test_whose_work_is_explored_is_asked_only_where_the_list_is_for_nobody(item: str, found: list[str]) -> None:
    assert addressees(item) == found
    assert addressees(item, PARTNERSHIP) == ["safeguarding-partnership"]


@pytest.mark.parametrize(
    "item",
    [
        "train staff in how to talk about money",
        "brief frontline practitioners on ferry routes",
        "consider training for new workers on gambling",
        "publish a short briefing on the review for managers",
        "emphasise to all staff that names matter",
        "raise awareness of private fostering among nurseries and taxi drivers",
    ],
)
def test_whoever_has_staff_of_no_agency_or_outsiders_taught_is_asked_in_a_list_for_somebody(item: str) -> None:
    assert addressees(item, PARTNERSHIP) == ["safeguarding-partnership"]


@pytest.mark.parametrize("item", ["remind staff of the flood plan", "ensure that staff know how to reach the nurse"])
def test_staff_in_a_list_for_all_agencies_are_theirs(item: str) -> None:
    assert addressees(item, "All agencies:") == ["all-partner-agencies"]
    assert addressees(item) == ["practitioners"]


def test_officers_who_are_its_own_are_not_the_police() -> None:
    assert addressees("train its officers to ask about pets", "The housing association:") == ["housing"]
    assert addressees("train officers to ask about pets", "The partnership:") == ["police"]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("with the police, rewrite the search plan", ["police", "safeguarding-partnership"]),
        ("write jointly with the ambulance service to all clubs", ["health-unspecified", "safeguarding-partnership"]),
        ("agree with probation a joint assessment", ["probation", "safeguarding-partnership"]),
        ("agree with probation how files are kept", ["safeguarding-partnership"]),
        ("with the help of the police, rewrite the search plan", ["safeguarding-partnership"]),
        ("share the report with the police", ["safeguarding-partnership"]),
    ],
)
def test_with_whom_somebody_is_to_act_is_asked_too(item: str, found: list[str]) -> None:
    assert addressees(item, PARTNERSHIP) == found


def test_a_visit_made_with_another_asks_both() -> None:
    assert addressees("hostels to make joint visits with midwives") == ["housing", "maternity"]


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("Published by the Northern Safeguarding Panel.", ["safeguarding-partnership"]),
        ("A report of the Child Safeguarding Practice Review Panel.", ["national-panel"]),
        ("He was seen by the adoption panel.", []),
    ],
)
def test_the_panel_is_the_one_named_before(before: str, found: list[str]) -> None:
    text = f"{before} The Panel should write a leaflet"
    facts = recommendation_facts(text, passage(text, text.index("The Panel should"), len(text)), None)
    assert [addressee.value for addressee in facts.addressees] == found


def test_with_whom_others_work_is_not_asked() -> None:
    assert addressees("review the rota so that wardens work jointly with midwives", PARTNERSHIP) == [
        "safeguarding-partnership"
    ]


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("the Law Society to reword its guide", ["national-body"]),
        ("care co-ordinators should ask who else is at home", ["mental-health"]),
        ("out of hours GPs to ask about falls", ["primary-care"]),
        ("refuge and outreach workers to ask about pets", ["domestic-abuse-service"]),
        ("leaving care and school nursing services to write a guide", ["childrens-social-care", "health-unspecified"]),
        ("ensure that social work staff have laptops", ["childrens-social-care"]),
        ("a visit by neonatal outreach", ["acute-hospital"]),
        ("social landlords mend broken gates within a week", ["housing"]),
        ("include partners and grandparents in the course", []),
    ],
)
def test_whoever_can_act_is_known_by_name(item: str, found: list[str]) -> None:
    assert addressees(item) == found


def test_a_lead_in_that_ends_in_for_has_its_names_in_the_items() -> None:
    assert addressees("the hospital on visits by brothers and sisters", "Makes recommendations for") == [
        "acute-hospital"
    ]
    assert addressees("the hospital on visits by brothers and sisters", "Recommendations include:") == []


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("staff at all levels need training in rowing", ["practitioners"]),
        ("midwives need a guide on lifting", ["maternity"]),
        ("schools bring fathers into meetings", ["schools"]),
        ("the needs of schools are to be met", []),
    ],
)
def test_a_verb_that_ends_as_a_participle_does_has_its_subject(item: str, found: list[str]) -> None:
    assert addressees(item) == found
