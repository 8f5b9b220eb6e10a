"""Children of the demo, each somewhere else along the module for disturbed attachment."""

from lijfspoor.practice.desk.demo import children_people as who
from lijfspoor.practice.desk.demo.casework import Slot
from lijfspoor.practice.desk.demo.children_around import (
    allow_touch,
    alone,
    consult_on_safety,
    explain,
    join,
    mind,
    take_back,
)
from lijfspoor.practice.desk.demo.children_course import begin, examine, register
from lijfspoor.practice.desk.demo.children_events import (
    AT_TIMES,
    MOSTLY,
    WITH_HELP,
    Calendar,
    Event,
    close,
    evaluate,
    live,
    move,
    no,
    practise,
    rate,
    talk,
    taper,
    write,
)
from lijfspoor.practice.desk.demo.houses import House
from lijfspoor.practice.desk.demo.telling import Story
from lijfspoor.practice.desk.demo.words_examination import of_part

FIRST = "De zaal is een veilige plek geworden. {n} komt binnen en weet wat er komt."
SECOND = "{n} vraagt om hulp en zoekt contact als het spannend wordt."
THIRD = "{n} laat thuis en op school zien wat in de zaal lukt."


def ladder(child: who.Child, **also: tuple[Event, ...]) -> Calendar:
    """Return what happens on the way of a child for whom one thing follows another.

    `also` adds to it: `after_9` comes after the ninth held session.
    """
    n, safe = child.given, child.safe
    way: dict[int, tuple[Event, ...]] = {
        3: (rate(bv_1=WITH_HELP),),
        4: (talk("caregivers", "psycho_education", "Wat er onder het gedrag ligt, en wat rust geeft thuis."),),
        5: (rate(bv_1=AT_TIMES, bv_2=WITH_HELP),),
        6: (rate(bv_2=AT_TIMES), move("relationship", FIRST.format(n=n), "exit-1-safe-room", "exit-1-relaxes")),
        8: (evaluate("De randvoorwaarden kloppen. Meer rust, ook na school.", safe),),
        9: (rate(bv_3=AT_TIMES, tv_1=AT_TIMES, tv_2=WITH_HELP), talk("school", "talk", "Een vaste plek in de kring.")),
        11: (rate(tv_2=AT_TIMES, tv_3=WITH_HELP, zv_1=AT_TIMES),),
        12: (move("behaviour-change", SECOND.format(n=n), "exit-2-trust", "exit-2-opens"),),
        14: (rate(bv_1=MOSTLY, tv_3=AT_TIMES, zv_2=WITH_HELP), talk("caregivers", "talk", "Volgen in spel.")),
        16: (rate(tv_4=AT_TIMES, tv_5=WITH_HELP, zv_2=AT_TIMES), evaluate("Er komen woorden.", safe)),
        17: (practise("thuis", "Boos en verdrietig gezegd, in plaats van weggelopen."),),
        18: (rate(tv_5=AT_TIMES, tv_6=AT_TIMES, zv_3=AT_TIMES),),
        19: (move("transfer", THIRD.format(n=n), "exit-3-flexible", "exit-3-regulates"),),
        20: (rate(zv_4=AT_TIMES, zv_5=WITH_HELP), practise("school", "Op het plein gevraagd mee te doen.")),
        22: (rate(zv_5=AT_TIMES, zs_1=AT_TIMES),),
        24: (evaluate("Ook op school is het te zien.", safe), talk("school", "talk", "Wat helpt als het druk is.")),
    }
    for name, events in also.items():
        number = int(name.removeprefix("after_"))
        way[number] = (*way.get(number, ()), *events)
    return way


def stories(house: House) -> tuple[Story, ...]:
    """Return the stories of the children of De Duinrand."""
    tellers = (noor, daan, liv, sem, mila, finn, yara, thijs, saar, bram)
    return tuple(teller(house) for teller in tellers)


def noor(house: House) -> Story:
    """Registered by her mother two working days ago; nothing was asked yet."""
    yield from register(house, who.NOOR, house.days.working_days_ago(2))


def daan(house: House) -> Story:
    """In examination: two of four parts are there, the third is being written."""
    case = yield from register(house, who.DAAN, house.days.ago(36))
    yield from examine(who.DAAN, case, house.days.ago(2), parts=2)
    now = yield house.days.at(1, "17.20")
    texts = of_part(who.DAAN, "behaviour-observation") | {"found": ""}
    case.write("examination:behaviour-observation", texts, now=now, sign=False)


def liv(house: House) -> Story:
    """Phase 1; lives with foster parents, a guardian decides."""
    weeks = yield from begin(house, who.LIV, Slot(0, "10.15", "grote zaal"), "hhhhh")
    yield from live(
        weeks,
        ladder(
            who.LIV,
            after_4=(allow_touch(until_days=180), write("guardian", "guardian"), write("school", "school", send=False)),
        ),
    )


def sem(house: House) -> Story:
    """Phase 2; his father no longer lets the school be told."""
    weeks = yield from begin(house, who.SEM, Slot(0, "9.30", "kleine zaal"), "hhhhc" + 6 * "h")
    way = ladder(
        who.SEM,
        after_4=(
            explain("block-entrusting-parent@1.0", "mother"),
            explain("three-helpers-child@1.0", "client", "together"),
        ),
        after_8=(write("parents", "mother"), write("school", "school")),
        after_3=(mind("sound-sensitivity", "Schrikt van harde geluiden, ook van de trom."),),
        after_9=(take_back("information", "father", "Wil eerst zelf met de school praten."),),
    )
    yield from live(weeks, way)


def mila(house: House) -> Story:
    """Phase 3; her grandmother joins now and then."""
    weeks = yield from begin(house, who.MILA, Slot(0, "14.30", "kleine zaal"), 12 * "h" + "m" + 4 * "h")
    way = ladder(
        who.MILA,
        after_7=(join("granny"),),
        after_8=(alone,),
        after_13=(explain("block-self-confidence-parent@1.0", "mother"),),
        after_14=(join("granny"),),
        after_15=(alone,),
    )
    yield from live(weeks, way)


def finn(house: House) -> Story:
    """Phase 4; started in spite of a contra-indication, after consulting the psychiatrist."""
    weeks = yield from begin(house, who.FINN, Slot(0, "11.00", "kleine zaal"), 14 * "h" + "c" + 7 * "h")
    yield from live(weeks, ladder(who.FINN, after_5=(allow_touch(),)))


def yara(house: House) -> Story:
    """After a step back from phase 3 to phase 2, which is ordinary."""
    weeks = yield from begin(house, who.YARA, Slot(1, "15.00", "kleine zaal"), 14 * "h" + "d")
    back = "Moeder ligt weer in het ziekenhuis. Yara zoekt veiligheid. Eerst weer samen, dan verder."
    steps = (rate(tv_2=WITH_HELP, zv_1=WITH_HELP), move("relationship", back))
    home = (talk("caregivers", "talk", "Wat Yara nu nodig heeft: nabijheid, vaste tijden, minder nieuw."),)
    yield from live(weeks, ladder(who.YARA, after_9=(allow_touch(),), after_13=steps, after_14=home))


def thijs(house: House) -> Story:
    """A condition no longer holds: the place where he lives is not stable; he did not come twice."""
    weeks = yield from begin(house, who.THIJS, Slot(1, "10.00", "grote zaal"), "hhhhc" + 5 * "h" + "mm")
    way = dict(ladder(who.THIJS))
    note = "Het gezin logeert op drie adressen. De woning komt over enkele weken."
    moved = evaluate("Thijs is onrustiger. Eerst moet er een vaste plek zijn.", who.THIJS.safe, stable_living=no(note))
    way[8] = (
        moved,
        talk("co_treatment", "talk", "Met het wijkteam: wie regelt wat voor de woning."),
        consult_on_safety,
    )
    yield from live(weeks, way)


def saar(house: House) -> Story:
    """Tapering: sessions are two weeks apart, the last ones are planned, Saar knows which is the last."""
    weeks = yield from begin(house, who.SAAR, Slot(0, "13.00", "kleine zaal"), 25 * "h" + "-h-h-")
    end = taper("Om de week een sessie.", "Saar maakt een doos met wat zij meeneemt.", further=2)
    yield from live(weeks, ladder(who.SAAR, after_25=(rate(zs_1=AT_TIMES, zs_2=AT_TIMES), end)))


def bram(house: House) -> Story:
    """Closed: he goes on in a group."""
    weeks = yield from begin(house, who.BRAM, Slot(20, "16.00", "grote zaal"), 26 * "h" + "-h-h")
    end = taper("Om de week een sessie.", "Een laatste bouwwerk, en een foto ervan mee.", further=0)
    words = "Bram vraagt om hulp, zegt stop en houdt vriendschap vast. Hij oefent verder in een groep."
    last = (rate(zs_3=AT_TIMES, zs_4=WITH_HELP), close("group-follow-up", "group-therapy", words))
    yield from live(
        weeks, ladder(who.BRAM, after_26=(rate(zs_2=AT_TIMES), end), after_28=(*last, write("closing", "gp")))
    )
