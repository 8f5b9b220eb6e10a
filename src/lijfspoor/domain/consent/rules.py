"""Who must consent to treatment, to information and to touch (standards 4.4: 7:447, 7:450 and 7:465 BW)."""

from dataclasses import dataclass
from datetime import date

from lijfspoor.domain.kernel import Reason, Text, birthday_reached

CLIENT = "client"


@dataclass(frozen=True, slots=True)
class AgeRules:
    """The ages at which a child joins in deciding and at which the young person decides alone."""

    joins_from: int = 12
    alone_from: int = 16


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone with authority over the client on the day asked about: a parent or the guardian."""

    person: str
    name: str
    guardian: bool = False


@dataclass(frozen=True, slots=True)
class Needed:
    """One person whose consent is needed, and why. `person` is `client` for the client's own consent."""

    person: str
    name: str
    reason: Reason


LAW = ("standards-4.4",)


def consenters(
    born: date | None, holders: tuple[Holder, ...], day: date, rules: AgeRules | None = None
) -> tuple[Needed, ...] | None:
    """Return everyone whose consent is needed on `day`, in a fixed order: client first, then holders by name.

    Under 12 all who hold authority; from 12 the child and all holders; from 16 the young person alone. A guardian takes
    the place of parents. Returns None when it cannot be told: no birth date, or nobody known who holds authority.
    """
    rules = rules or AgeRules()
    if born is None:
        return None
    own = Needed(CLIENT, "", _why_own(born, day, rules))
    if birthday_reached(born, rules.alone_from, day):
        return (own,)
    deciding = tuple(h for h in holders if h.guardian) or holders
    if not deciding:
        return None
    others = tuple(Needed(h.person, h.name, _why_holder(h)) for h in sorted(deciding, key=lambda h: (h.name, h.person)))
    return (own, *others) if birthday_reached(born, rules.joins_from, day) else others


def _why_own(born: date, day: date, rules: AgeRules) -> Reason:
    if birthday_reached(born, rules.alone_from, day):
        text = Text(
            nl=f"Wie {rules.alone_from} jaar of ouder is, beslist zelf.",
            en=f"From {rules.alone_from} years the young person decides alone.",
        )
        return Reason("decides-alone", text, LAW)
    text = Text(
        nl=f"Een kind van {rules.joins_from} tot {rules.alone_from} jaar beslist mee.",
        en=f"A child from {rules.joins_from} to {rules.alone_from} years decides along.",
    )
    return Reason("decides-along", text, LAW)


def _why_holder(holder: Holder) -> Reason:
    if holder.guardian:
        return Reason(
            "guardian", Text(nl="De voogd beslist voor het kind.", en="The guardian decides for the child."), LAW
        )
    text = Text(nl="Wie gezag heeft, beslist voor het kind.", en="Who holds authority decides for the child.")
    return Reason("authority", text, LAW)
