"""A group of the demo: three adults in the add-on who meet weekly, each in a file of their own; all invented."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from lijfspoor.practice.desk.demo.adults_course import PIN, prepare
from lijfspoor.practice.desk.demo.adults_people import Adult
from lijfspoor.practice.desk.demo.casework import Case
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Story, moment, workday
from lijfspoor.practice.desk.demo.words_groups import OBSERVED, WHOLE
from lijfspoor.practice.groups import flows
from lijfspoor.practice.groups.flows import hour, reading
from lijfspoor.practice.groups.pages_meeting import marks
from lijfspoor.practice.groups.paper import GroupSheet
from lijfspoor.practice.tenancy.clock import day_of

CLOCK, MINUTES, PLACE, TIMES = "13.00", 75, "gymzaal", 6
HANNA = Adult(
    given="Hanna",
    family="Droomkade",
    born=date(1986, 1, 19),
    gender="female",
    theme="flooded",
    own_treatment="schematherapie",
    reason="Raakt gespannen zodra er mensen dichtbij komen. Wil merken wat er dan gebeurt.",
    goals=("less-flooded", "distance-closeness"),
)
YOUSSEF = Adult(
    given="Youssef",
    family="Bedachtani",
    born=date(1993, 7, 2),
    gender="male",
    theme="estranged",
    own_treatment="MBT",
    reason="Begrijpt met het hoofd wat anderen voelen, maar merkt er zelf weinig van.",
    goals=("less-estranged", "recognise-emotions"),
)
LISELOTTE = Adult(
    given="Liselotte",
    infix="van",
    family="Nergensveld",
    born=date(1978, 10, 25),
    gender="female",
    theme="flooded",
    own_treatment="MBT",
    reason="Past zich snel aan anderen aan en is daarna uitgeput.",
    goals=("aware", "distance-closeness"),
)


def stories(house: House) -> tuple[Story, ...]:
    """Return the stories of who takes part, and that of the group."""
    cases: list[Case] = []
    people = (HANNA, YOUSSEF, LISELOTTE)
    return (*(_until_start(house, one, cases) for one in people), _together(house, cases))


def _first(house: House) -> date:
    return house.days.working_days_ago(1) - timedelta(weeks=len(OBSERVED) - 1)


def _until_start(house: House, adult: Adult, cases: list[Case]) -> Story:
    case = yield from prepare(house, adult, workday(_first(house) - timedelta(days=12)), consent=True)
    now = yield moment(workday(_first(house) - timedelta(days=11)), "16.00")
    case.start(now=now)
    cases.append(case)


def _together(house: House, cases: list[Case]) -> Story:
    """Three sessions were; of the last one a note still waits."""
    now = yield moment(workday(_first(house) - timedelta(days=10)), "12.10")
    group = _open(house, now)
    for case in sorted(cases, key=lambda each: each.name):
        day = day_of(now)
        flows.join_group(
            actor=house["marjan"],
            group_id=group,
            treatment_id=case.treatment_id,
            on=day,
            agreed=("client",),
            day=day,
            now=now,
        )
    now = yield moment(workday(_first(house) - timedelta(days=10)), "12.20")
    wish = flows.MeetingWish(first=_first(house), at=_at().time(), minutes=MINUTES, place=PLACE, times=TIMES)
    flows.plan_meetings(actor=house["marjan"], group_id=group, wish=wish, day=day_of(now), now=now)
    for week, said in enumerate(OBSERVED):
        now = yield moment(_first(house) + timedelta(weeks=week), "14.40")
        last = week == len(OBSERVED) - 1
        _hold(house, group, week, said, now, leave_open=last)


def _open(house: House, now: datetime) -> UUID:
    first = _first(house)
    details = flows.GroupDetails(
        name="Lijf en contact",
        pin=PIN,
        therapist=house["marjan"].member_id,
        co_therapist=house["tess"].member_id,
        place=PLACE,
        weekday=first.weekday(),
        at=_at().time(),
        minutes=MINUTES,
        takes_in=True,
        most=6,
        begins_on=first,
    )
    return flows.open_group(actor=house["marjan"], details=details, day=day_of(now), now=now)


def _at() -> datetime:
    return datetime.strptime(CLOCK, "%H.%M")  # noqa: DTZ007  # a clock on the wall, of no day


def _hold(
    house: House, group: UUID, week: int, said: Mapping[str, flows.Entry], now: datetime, *, leave_open: bool
) -> None:
    day, actor = day_of(now), house["marjan"]
    meeting = reading.read_group(actor=actor, group_id=group, day=day, now=now).meetings[week].id
    file = hour.read_meeting(actor=actor, meeting_id=meeting, day=day, now=now)
    seats = {each.id: said[each.client.name.split()[0]] for each in file.seats}
    sheet = GroupSheet(WHOLE[week], seats, marks(file), brings_whole=True)
    wait = {each.id for each in file.seats if leave_open and each.client.name.startswith("Youssef")}
    only = [id_ for id_ in seats if id_ not in wait]
    left = flows.sign_seats(actor=actor, meeting_id=meeting, sheet=sheet, only=only, day=day, now=now).left
    assert not left, left  # noqa: S101  # the story tells of sessions that can be held
    if not leave_open:
        again = hour.read_meeting(actor=actor, meeting_id=meeting, day=day, now=now)
        kept = GroupSheet(WHOLE[week], {}, marks(again), brings_whole=True)
        flows.sign_whole(actor=actor, meeting_id=meeting, sheet=kept, day=day, now=now)
