"""Whether a letter may go to someone now: whose consent it needs, what holds it back (docs/adr/0007)."""

from dataclasses import dataclass, replace
from datetime import date

from lijfspoor.domain.caremodules.criteria import ConsentNeed
from lijfspoor.domain.caremodules.module import CareModule
from lijfspoor.domain.consent import AgeRules
from lijfspoor.domain.consent.rules import CLIENT
from lijfspoor.domain.kernel import Text, birthday_reached
from lijfspoor.domain.pathways.consents import consents
from lijfspoor.domain.pathways.history import history
from lijfspoor.domain.pathways.model import ConsentStanding
from lijfspoor.practice.letters.addressee import Part
from lijfspoor.practice.pathway.course import Course

BY_MODULE = frozenset({Part.REFERRER, Part.LEAD_CLINICIAN})
FAMILY = frozenset({Part.CAREGIVER, Part.CAREGIVER_WITHOUT, Part.GUARDIAN})
SHARING = ConsentNeed(
    scope="information",
    opens="letters",
    text=Text(nl="Toestemming om informatie te delen.", en="Consent to share information."),
    sources=("standards-4.4",),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """One person whose consent is asked: whether it is there, and why it is asked."""

    person: str
    name: str
    given: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """Whether a letter may go. `release` asks a clinician to release it on purpose; `rule` says what was checked."""

    rule: str
    says: tuple[Say, ...] = ()
    hindrances: tuple[str, ...] = ()
    release: bool = False

    @property
    def open(self) -> bool:
        """Whether nothing holds the letter back (a release may still be asked)."""
        return not self.hindrances


def clearance(course: Course, part: Part, day: date) -> Clearance:
    """Return whether a letter may go to someone with this part on `day`; what is not known holds it back."""
    if part in FAMILY:
        return _family(course, part, day)
    if part in BY_MODULE and not _asks_consent(course.module):
        return Clearance(
            rule="Deze module vraagt geen aparte toestemming voor brieven aan verwijzer en regiebehandelaar."
        )
    rule = "Wie beslist over de behandeling, moet het goed vinden dat u deze informatie deelt."
    return _decided_by(sharing(course, day), course, rule)


def sharing(course: Course, day: date) -> tuple[ConsentStanding, ...]:
    """Return the engine's answer on consent to share information, also when the module itself does not ask it."""
    audience = replace(course.module.audience, consents=(SHARING,))
    return consents(replace(course.module, audience=audience), history(course.facts, day), day)


def _asks_consent(module: CareModule) -> bool:
    return any((need.scope, need.opens) == ("information", "letters") for need in module.audience.consents)


def _family(course: Course, part: Part, day: date) -> Clearance:
    release = part is Part.CAREGIVER_WITHOUT
    born = course.around.card.born
    if born is None:
        rule = "Of het kind zelf moet toestemmen, hangt af van de leeftijd."
        return Clearance(rule=rule, hindrances=("De geboortedatum is nog niet bekend.",), release=release)
    joins = AgeRules().joins_from
    if not birthday_reached(born, joins, day):
        if release:
            return Clearance(rule="Zonder gezag: alleen hoofdlijnen, die u met opzet vrijgeeft.", release=True)
        return Clearance(rule=f"Wie gezag heeft over een kind onder {joins} jaar, mag deze brief krijgen.")
    own = tuple(each for each in sharing(course, day) if each.person == CLIENT)
    rule = f"Vanaf {joins} jaar moet de cliënt het zelf goed vinden."
    return _decided_by(own, course, rule, release=release)


def _decided_by(asked: tuple[ConsentStanding, ...], course: Course, rule: str, *, release: bool = False) -> Clearance:
    says: list[Say] = []
    hindrances: list[str] = []
    for each in asked:
        if not each.person:
            hindrances.append(each.reason.text.nl)
            continue
        name = each.name or course.around.card.name
        says.append(Say(person=each.person, name=name, given=each.given, why=each.reason.text.nl))
        if not each.given:
            hindrances.append(f"Toestemming om informatie te delen ontbreekt: {name}.")
    if not asked:
        hindrances.append("Niet bekend is wie toestemming moet geven.")
    return Clearance(rule=rule, says=tuple(says), hindrances=tuple(hindrances), release=release)
