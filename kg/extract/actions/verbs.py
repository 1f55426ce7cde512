"""The verbs of recommendations, by what they ask for."""

from kg.model import Action

A = Action

# The lemma of a verb -> what it asks for. A verb that is not here asks for a practice: ENSURE_PRACTICE.
_VERBS: tuple[tuple[tuple[Action, ...], str], ...] = (
    (
        (A.DEVELOP,),
        (
            "develop create design produce write draw introduce establish devise formulate prepare build "
            "set add adopt agree"
            " link draft pilot form compile institute implement embed initiate instigate construct trial con"
            "stitute roll create formalise finalise work-up co-produce"
        ),
    ),
    (
        (A.REVIEW_GUIDANCE,),
        (
            "review update revise strengthen amend refresh rewrite revisit reword redraft clarify re-e"
            "xamine reexamine "
            "reconsider overhaul modify simplify streamline tighten standardise align harmonise redesi"
            "gn rethink reissue withdraw rework"
        ),
    ),
    ((A.TRAIN,), "train brief skill upskill educate coach equip induct shadow"),
    (
        (A.EXPLORE,),
        (
            "explore research consider investigate map examine scope study analyse understand "
            "ascertain reflect consult determine gather survey"
        ),
    ),
    (
        (A.RAISE_AWARENESS,),
        (
            "remind promote emphasise publicise highlight reinforce raise campaign stress advertise display "
            "distribute launch re-launch relaunch reiterate underline urge encourage signpost sensitise warn"
            " champion re-emphasise re-state restate"
        ),
    ),
    ((A.SEEK_ASSURANCE,), "assure satisfy reassure verify confirm demonstrate evidence prove"),
    (
        (A.COMMISSION,),
        (
            "commission fund resource pay invest finance sustain employ recruit procure expand purchase buy"
            " supply reinstate restore"
        ),
    ),
    (
        (A.QUALITY_ASSURE,),
        (
            "audit evaluate inspect compare sample assess measure test quality-assure scrutinise "
            "benchmark re-audit dip-sample"
        ),
    ),
    (
        (A.COORDINATE,),
        "co-locate colocate coordinate co-ordinate integrate convene meet collaborate liaise cooperate co-operate",
    ),
    ((A.ESCALATE_NATIONAL,), "lobby press petition"),
    ((A.DISSEMINATE,), "disseminate circulate cascade spread"),
    ((A.OVERSEE_IMPLEMENTATION,), "oversee monitor track chase"),
    (
        (A.SHARE_INFORMATION,),
        (
            "share tell notify inform alert exchange pass flag copy pool communicate relay let disclose ring"
            " telephone phone email e-mail"
        ),
    ),
    (
        (A.ENSURE_PRACTICE,),
        (
            "ensure make recognise require give put place support keep check provide offer ask request invite "
            "use listen bring call"
            " commit look find seek gain obtain undertake hold run report carry take name appoint publish "
            "include work lead"
            " escalate come contact feed undertake conduct discuss cut open present get protect allocate "
            "start collect hear help enable "
            "respond treat follow apply record maintain increase reduce extend "
            "address challenge"
            " remove replace hear improve join allow plot complete see visit nominate identify "
            "have state demand"
            " expect insist arrange change stop start begin continue plan learn act close hand send "
            "move know talk"
            " speak become refer reach prioritise end show explain weigh protect avoid assume involve enquire attend"
            " discuss accept designate receive incorporate teach issue collate deliver strike delete drop"
            " think return abandon assign rehearse prevent prohibit ban retain secure "
            "observe engage adhere cease decide enforce handle intervene preserve rely rehouse advise need"
            " trace translate wait match "
            "welcome photograph repair mend"
        ),
    ),
)
VERBS = {verb: actions for actions, verbs in _VERBS for verb in verbs.split()}
DEFAULT = (A.ENSURE_PRACTICE,)
