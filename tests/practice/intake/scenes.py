"""Clients at the door and in intake, for the tests of this room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from lijfspoor.domain.kernel import Answer
from lijfspoor.domain.pathways.model import Standing
from lijfspoor.practice.intake import criteria, goals, papers, referring
from lijfspoor.practice.intake.criteria import Answered
from lijfspoor.practice.intake.details import NewReferral, Referrer, Way
from lijfspoor.practice.intake.models import Paper, Referral
from lijfspoor.practice.pathway import flows as pathway
from lijfspoor.practice.pathway.course import Course
from lijfspoor.practice.people.models import Client, Contact
from tests import cast

ADDON, ATTACHMENT, PMT = "pmt-addon@1.0", "pmkt-attachment@1.0", "pmt@1.0"
CAME = cast.TODAY - timedelta(days=14)
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
PROFILE = {
    f"profile.{part}.strong": "Houdt van bewegen"
    for part in ("biological", "sensory", "motor", "emotional", "social", "cognitive")
}
INTAKE = {
    "held-on": cast.TODAY.isoformat(),
    "there.client": "yes",
    "block.complaints": "Woedebuien na schooltijd",
    "block.medical-history": "Te vroeg geboren",
    "block.goals": "Minder boos, meer samen spelen",
    **{
        f"part.{part}": f"Besproken: {part}"
        for part in (
            "acquaintance",
            "question",
            "development-and-interests",
            "people-around",
            "attachment-person",
            "food-and-touch",
            "what-to-expect",
        )
    },
}
INTRODUCTION = {
    "held-on": cast.TODAY.isoformat(),
    "there.client": "yes",
    "part.problem": "Een brok in de keel bij verdriet",
    "part.about-pmt": "Uitgelegd wat PMT is",
    "part.treatment-goals": "Merken wat het lijf zegt",
}
PICTURE = {"field.organism": "O", "field.behaviour": "G", "field.milieu": "M", "summary": "Eerst veiligheid"}
PARTS = ("file-analysis", "developmental-history", "behaviour-observation", "questionnaires")


@dataclass
class Scene:
    """A treatment in intake with its people."""

    house: cast.House
    client: Client
    treatment_id: UUID
    parents: tuple[Contact, ...] = ()
    day: date = cast.TODAY
    now: datetime = cast.NOW

    def when(self, name: str = "marjan") -> dict[str, Any]:
        """Who, the treatment, the day, the moment."""
        return {
            "actor": self.house.actor(name),
            "treatment_id": self.treatment_id,
            "day": self.day,
            "now": self.now,
        }

    def course(self) -> Course:
        """The course as it is now."""
        return pathway.course(practice_id=self.house.practice.id, treatment_id=self.treatment_id, day=self.day)

    def standing(self) -> Standing:
        """Where the client stands now."""
        return self.course().standing

    def answer(self, group: str, **answers: Answer) -> None:
        """Answer criteria of a group; a yes that must name someone names Ria. `_` in a name stands for `-`."""
        said = {
            id_.replace("_", "-"): Answered(answer=a, person="Ria" if a is YES else "") for id_, a in answers.items()
        }
        criteria.answer_criteria(group_id=group, answers=said, **self.when())

    def write(self, kind: str, values: Mapping[str, str]) -> int:
        """Write every step of a paper; return the version it has then."""
        version = self.version(kind)
        for step in range(1, len(papers.read_paper(kind=kind, **self.when()).sheet.pages) + 1):
            version = papers.save_draft(kind=kind, step=step, posted=values, version=version, **self.when()).version
        return version

    def version(self, kind: str) -> int:
        """The version of the draft, 0 without one."""
        row = Paper.objects.in_practice(self.house.practice.id).filter(
            treatment_id=self.treatment_id, kind=kind, signed_at__isnull=True
        )
        return next((draft.version for draft in row), 0)

    def sign(self, kind: str, values: Mapping[str, str]) -> None:
        """Write and sign a paper."""
        papers.sign_paper(kind=kind, version=self.write(kind, values), **self.when())

    def rows(self, kind: str) -> list[Paper]:
        """The papers of a kind as kept, the oldest first."""
        rows = Paper.objects.in_practice(self.house.practice.id).filter(treatment_id=self.treatment_id, kind=kind)
        return list(rows.order_by("saved_at", "signed_at"))


def refer(house: cast.House, client: Client, pin: str, route: str, name: str = "marjan", **more: Any) -> UUID:
    """Refer a known client; return the treatment."""
    lead = house.members["lea"].id if route == "lead_clinician" else None
    way = Way(pin=pin, route=route, therapist=house.members["marjan"].id, lead_clinician=lead)
    asked = NewReferral(
        way=way,
        client_id=client.id,
        received_on=CAME,
        **{"referrer": Referrer(name="Eva Veldhuis", role="moeder"), "reason": "Woedebuien na schooltijd", **more},
    )
    done = referring.refer_client(actor=house.actor(name), referral=asked, day=cast.TODAY, now=cast.NOW)
    return done.treatment_id


def attachment(house: cast.House | None = None) -> Scene:
    """Noor, referred by her mother to the module for attachment."""
    house = house or cast.duinrand()
    client, eva, mark, _ = cast.child(house)
    return Scene(house, client, refer(house, client, ATTACHMENT, "private"), (eva, mark))


def addon(house: cast.House | None = None) -> Scene:
    """Samira, referred by Lea to the add-on."""
    house = house or cast.duinrand()
    client = cast.adult(house)
    return Scene(house, client, refer(house, client, ADDON, "lead_clinician"))


def broad(house: cast.House | None = None, *, young: bool = False) -> Scene:
    """Samira, or with `young` Noor, come in along the module for PMT."""
    house = house or cast.duinrand()
    if young:
        client, eva, mark, _ = cast.child(house)
        return Scene(house, client, refer(house, client, PMT, "private"), (eva, mark))
    client = cast.adult(house)
    return Scene(house, client, refer(house, client, PMT, "private"))


def referral_of(scene: Scene) -> Referral:
    """The referral of a treatment as kept."""
    row: Referral = Referral.objects.in_practice(scene.house.practice.id).get(treatment_id=scene.treatment_id)
    return row


def consents(scene: Scene) -> None:
    """Everyone who decides consents to treatment."""
    for who in scene.parents or (None,):
        cast.consent(scene.house, scene.client, "treatment", who)


def criteria_met(scene: Scene) -> None:
    """Answer every group of the module for attachment so that it fits."""
    criteria.state_developmental_age(months=52, **scene.when())
    scene.answer("target-group", attachment_problems=YES)
    scene.answer("indication", emotion_regulation=YES)
    scene.answer("indication-signs", outbursts=YES)
    scene.answer("contra-indications", severe_psychiatric_disorder=NO)
    asked = scene.course().module.audience.groups
    needed = next(group for group in asked if group.id == "preconditions")
    scene.answer("preconditions", **{each.id.replace("-", "_"): YES for each in needed.criteria})
    scene.answer("client-conditions", weekly_participation=YES)


def ready_to_plan(scene: Scene) -> None:
    """Everything before the plan of the module for attachment."""
    consents(scene)
    scene.sign("meeting:intake", INTAKE)
    criteria_met(scene)
    for part in PARTS:
        scene.sign(f"examination:{part}", {"found": f"Gevonden bij {part}"})
    scene.sign("profile", PROFILE)
    scene.sign("formulation", PICTURE)
    goals.agree_goals(chosen=("bv-1",), own=None, **scene.when())
