"""Before and during treatment: what must be there to start, and what must stay."""

import pytest

from tests.spec.asking import may, open_steps, pairs, told
from tests.spec.spec import ADD_ON, ATTACHMENT, spec

title = "Preconditions"


@pytest.mark.requirement("S2-022")
def test_a_child_comes_in_privately_or_by_an_institution() -> None:
    """Before anything else there is a referral, along one of the ways in that the module knows. Here there are two."""
    spec(
        ATTACHMENT,
        """
        day | what | detail
        """,
        open_steps("refer", on="2026-01-05"),
        """
        refer       | may
        private     | yes
        institution | yes
        """,
    )


@pytest.mark.requirement("S1-037")
def test_the_add_on_is_entered_through_the_lead_clinician() -> None:
    """The add-on stands beside a treatment of one's own: its lead clinician registers the client, and there is no
    other way.
    """
    spec(
        ADD_ON,
        """
        day | what | detail
        """,
        open_steps("refer", on="2026-01-05"),
        """
        refer           | may
        lead_clinician | yes
        """,
    )


def test_everything_that_holds_back_the_start_is_said_at_once() -> None:
    """A client was just referred. Asked why treatment cannot start, the engine names everything that is open, not
    only the first thing.
    """
    spec(
        ATTACHMENT,
        """
        day        | what     | detail
        2026-01-05 | referred | route private
        """,
        may("start_treatment", on="2026-01-05"),
        """
        step            | may | held back by
        start_treatment | no  | consent-unknown + credential-missing + examination-part-open +
                        |     | meeting-not-held + no-plan + no-therapist + not-known
        """,
    )


@pytest.mark.requirement("S2-023", "S2-024")
def test_intake_and_every_part_of_the_examination_come_before_the_start() -> None:
    """A child was just referred. Due are the intake with parents or child and the four parts of the examination,
    and goals and a plan.
    """
    spec(
        ATTACHMENT,
        """
        day        | what     | detail
        2026-01-05 | referred | route private
        """,
        told(
            "meeting-due",
            "examination-part-open",
            "goal-missing",
            "plan-missing",
            on="2026-01-05",
            show="code subject",
        ),
        """
        code                  | subject
        examination-part-open | behaviour-observation
        examination-part-open | developmental-history
        examination-part-open | file-analysis
        examination-part-open | questionnaires
        goal-missing          | goals
        meeting-due           | intake
        plan-missing          | plan
        """,
    )


@pytest.mark.requirement("S1-010")
def test_a_meeting_may_cover_its_parts_in_more_than_one_talk() -> None:
    """The introductory meeting of the add-on covers three subjects: the problem, what the therapy is, and the
    client's goals. Held in two talks, the parts add up.
    """
    spec(
        ADD_ON,
        """
        day        | what         | detail
        2026-01-05 | referred     | route lead_clinician
        2026-01-12 | meeting held | meeting introduction, parts treatment-goals
        2026-01-19 | meeting held | meeting introduction, parts about-pmt + problem
        """,
        pairs("meetings", "meeting covered", on="2026-01-19"),
        """
        meeting      | covered
        introduction | problem + about-pmt + treatment-goals
        """,
    )


def test_with_everything_in_place_treatment_can_start() -> None:
    """After a full intake the engine offers the start. Somebody still has to take the step."""
    spec(
        ADD_ON,
        """
        day        | what        | detail
        2026-01-05 | full intake |
        """,
        told(on="2026-01-05", show="code subject urgency step"),
        """
        code           | subject | urgency  | step
        start-possible | start   | possible | start_treatment
        """,
    )


@pytest.mark.requirement("S1-015")
def test_the_add_on_asks_for_clear_goals() -> None:
    """The add-on presupposes that the goals of treatment are clear. When they are not, it does not start."""
    spec(
        ADD_ON,
        """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-01-06 | criterion answered | criterion goals-clear, answer no
        """,
        may("start_treatment", on="2026-01-06"),
        """
        step            | may | held back by
        start_treatment | no  | not-met
        """,
    )


@pytest.mark.requirement("S2-142")
def test_the_treating_therapist_holds_what_the_module_asks_for() -> None:
    """The therapist of the intake leaves and a colleague takes over, whose register entry is not known here. The
    start waits for it; the desirable training holds back nothing.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-01-12 | therapist assigned | therapist kim, name Kim
        2026-01-12 | credential held    | therapist kim, credential post-hbo-pmkt
        2026-01-12 | credential held    | therapist kim, credential bijscholing-hechting
        """,
        told("credential-missing", on="2026-01-12", show="code subject urgency"),
        """
        code               | subject          | urgency
        credential-missing | kwaliteitsregister | due
        """,
    )


@pytest.mark.requirement("S2-139")
def test_the_attachment_person_has_a_name() -> None:
    """A known person must be willing to take part as attachment person. As long as nobody is named, this is not
    known yet and the start waits.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-01-12 | criterion answered | criterion attachment-person, answer yes
        """,
        may("start_treatment", on="2026-01-12"),
        """
        step            | may | held back by
        start_treatment | no  | not-known
        """,
    )


@pytest.mark.requirement("S2-028", "S2-029", "S2-138", "S2-139", "S2-140")
def test_each_condition_that_is_lost_under_way_is_named() -> None:
    """The two conditions of chapter 3 and those of chapter 7 are all asked, before and during treatment. Each one
    that is lost is due by itself.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-02-02 | treatment started  |
        2026-03-02 | criterion answered | criterion safe-attachment-figure, answer no
        2026-03-02 | criterion answered | criterion safe-upbringing, answer no
        2026-03-02 | criterion answered | criterion stable-living, answer no
        2026-03-02 | criterion answered | criterion attachment-person, answer no
        2026-03-02 | criterion answered | criterion cooperation, answer no
        2026-03-02 | criterion answered | criterion safety-ensured, answer no
        """,
        told("precondition-lapsed", on="2026-03-02", show="subject urgency"),
        """
        subject                | urgency
        attachment-person      | due
        cooperation            | due
        safe-attachment-figure | due
        safe-upbringing        | due
        safety-ensured         | due
        stable-living          | due
        """,
    )


def test_lost_safety_names_the_reporting_code() -> None:
    """For conditions of safety the advice rests on the reporting code (standards, section 4.5)."""
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-02-02 | treatment started  |
        2026-03-02 | criterion answered | criterion safe-upbringing, answer no
        """,
        told("precondition-lapsed", on="2026-03-02", show="subject sources"),
        """
        subject         | sources
        safe-upbringing | S2-029 + own + standards-4.5 + S2-138
        """,
    )


def test_lost_safety_closes_steps_forward_and_not_steps_back() -> None:
    """With safety lost no phase forward is possible. A step back and ordinary sessions stay open; sessions with a
    caregiver close.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-02-02 | treatment started  | phase relationship
        2026-03-02 | criterion answered | criterion safe-upbringing, answer no
        """,
        may(
            "move_phase behaviour-change",
            "move_phase regulation",
            "hold_session",
            "hold_joint_session",
            on="2026-03-02",
        ),
        """
        step                        | may | held back by
        move_phase behaviour-change | no  | not-met + safety-lapsed
        move_phase regulation       | yes | -
        hold_session                | yes | -
        hold_joint_session          | no  | safety-lapsed
        """,
    )


@pytest.mark.requirement("S2-015")
def test_a_caregiver_joins_only_when_known_not_to_be_the_source_of_fear() -> None:
    """In one form of disturbed attachment the parent is the source of fear. Whether that is so must be asked before
    a caregiver joins; not knowing it closes joint sessions and nothing else.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-02-02 | treatment started  |
        2026-02-02 | criterion answered | criterion caregiver-not-source-of-fear, answer unknown
        """,
        may("hold_session", "hold_joint_session", on="2026-02-02"),
        """
        step               | may | held back by
        hold_session       | yes | -
        hold_joint_session | no  | not-known
        """,
    )


@pytest.mark.requirement("S2-015")
def test_after_an_evaluation_it_is_asked_again_before_a_caregiver_joins() -> None:
    """Whoever was safe to join may not be so for ever. An answer from before the last evaluation opens no session
    together any more; asked again that day or later, it does.
    """
    spec(
        ATTACHMENT,
        """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-02-02 | treatment started  |
        2026-02-02 | criterion answered | criterion caregiver-not-source-of-fear, answer yes
        2026-03-30 | evaluation held    | evaluation regular
        """,
        may("hold_session", "hold_joint_session", on="2026-03-30"),
        """
        step               | may | held back by
        hold_session       | yes | -
        hold_joint_session | no  | not-known
        """,
    )
