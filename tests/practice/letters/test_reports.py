"""Letters to professionals: what happened comes in, a letter comes out, and nothing else is in it."""

import re
from datetime import date

import pytest

from lijfspoor.practice.letters.addressee import Part
from lijfspoor.practice.letters.compose.about import Asked
from tests.practice.letters.telling import ADD_ON, ATTACHMENT, lines, words, written

EXTENDED = """
    day        | what              | detail
    2026-01-05 | full intake       |
    2026-01-05 | goal agreed       | goal regulate-emotions
    2026-01-05 | goal agreed       | goal aware
    2026-02-02 | treatment started |
    2026-02-02 | 4 sessions held   |
    2026-02-24 | evaluation held   | evaluation interim, summary zij merkt spanning eerder
    2026-03-02 | 4 sessions held   |
    2026-03-24 | decision opened   | decision extension, sessions 6
    2026-03-24 | voice given       | decision extension, party client, voice no, reason geheim-client
    2026-03-25 | decision opened   | decision extension, sessions 4
    2026-03-25 | voice given       | decision extension, party client, voice yes, reason geheim-client
    2026-03-25 | voice given       | decision extension, party therapist, voice yes, reason geheim-therapeut
    2026-03-26 | voice given       | decision extension, party lead_clinician, voice yes, reason geheim-regie
    2026-03-27 | decision closed   | decision extension
    2026-03-30 | 3 sessions held   |
    2026-04-20 | session missed    | how no_show
    2026-05-01 | treatment closed  | reason sessions-done, next-step back-to-own-treatment, words Lijst mee.
"""
STEPPED_BACK = """
    day        | what               | detail
    2026-01-05 | full intake        |
    2026-02-02 | treatment started  |
    2026-02-02 | 9 sessions held    |
    2026-03-20 | subgoal rated      | subgoal bv-1, rating with-help, session s1, seen zit dichtbij
    2026-04-06 | phase moved        | to-phase relationship, reason hij zoekt mij op
    2026-04-06 | 3 sessions held    |
    2026-05-01 | phase moved        | to-phase regulation, reason verhuizing en weinig slaap
    2026-05-04 | 4 sessions held    |
    2026-05-20 | subgoal rated      | subgoal bv-1, rating mostly, session s2, seen kruipt tegen mij aan
    2026-06-01 | phase moved        | to-phase transfer, reason alles wat nodig was is er
    2026-06-08 | 2 sessions held    |
    2026-06-22 | evaluation held    | evaluation regular, summary thuis gaat het rustiger
    2026-07-01 | taper planned      | spacing om de week, farewell een doos met fotos
    2026-07-15 | treatment closed   | reason goals-reached, next-step group-therapy
"""


@pytest.mark.requirement("S1-013")
def test_the_closing_letter_of_an_extended_add_on_tells_outcome_and_date_but_no_ones_words() -> None:
    letter = written("closing", ADD_ON, EXTENDED, on="2026-05-02", part=Part.LEAD_CLINICIAN)
    assert lines(letter, "decisions") == [
        "Verlenging van de add-on, voorstel van 24 maart 2026: 6 sessies. Dit voorstel is vervangen.",
        "Verlenging van de add-on, voorstel van 25 maart 2026: 4 sessies. "
        "Besluit op 27 maart 2026: cliënt, therapeut en regiebehandelaar zijn het eens.",
    ]
    assert "geheim" not in words(letter)


def test_the_closing_letter_of_an_extended_add_on_counts_what_was_agreed() -> None:
    letter = written("closing", ADD_ON, EXTENDED, on="2026-05-02", part=Part.LEAD_CLINICIAN)
    assert lines(letter, "sessions") == [
        "Start van de behandeling: 2 februari 2026",
        "Eerste sessie: 2 februari 2026",
        "Laatste sessie: 13 april 2026",
        "Gehouden sessies: 11 van 12",
        "Waar de module van uitgaat: 8 sessies",
        "Verlengd met: 4 sessies",
        "Afgezegd of niet verschenen: 1 sessie",
    ]
    assert lines(letter, "evaluations") == ["24 februari 2026, Tussentijdse evaluatie. zij merkt spanning eerder."]
    assert lines(letter, "ending") == [
        "De behandeling is op 1 mei 2026 afgesloten. Reden: De afgesproken sessies zijn geweest.",
        "Lijst mee.",
    ]
    assert lines(letter, "next") == [
        "Verder in de eigen psychotherapeutische behandeling, met wat in de add-on is ervaren."
    ]


@pytest.mark.requirement("S1-018")
def test_goals_are_framed_by_the_aspects_of_the_module() -> None:
    letter = written("closing", ADD_ON, EXTENDED, on="2026-05-02")
    assert lines(letter, "goals") == [
        "Zelf-directie Ik kan mijn emoties reguleren en zo zelf richting geven aan mijn gedrag.",
        "niet bij één aspect Ontspannen in de klas",
        "niet bij één aspect Ik merk wat er in mijn lichaam gebeurt.",
    ]


@pytest.mark.requirement("S2-072")
def test_a_step_back_is_told_as_the_ordinary_thing_it_is() -> None:
    letter = written("closing", ATTACHMENT, STEPPED_BACK, on="2026-07-16")
    assert lines(letter, "phases") == [
        "2 februari 2026: begonnen in fase 1, Regulatie.",
        "6 april 2026, na 9 sessies: verder naar fase 2, Relatie. Reden: hij zoekt mij op.",
        "1 mei 2026, na 12 sessies: terug naar fase 1, Regulatie. Reden: verhuizing en weinig slaap.",
        "1 juni 2026, na 16 sessies: verder naar fase 4, Transfer. Reden: alles wat nodig was is er.",
        "Een stap terug naar een eerdere fase is gewoon. Zij hoort bij deze behandeling.",
    ]
    assert not re.search(r"terugval|achteruit|mislukt|verloren", words(letter))


def test_subgoals_have_their_word_of_now_and_the_one_before_and_what_was_seen_last() -> None:
    letter = written("closing", ATTACHMENT, STEPPED_BACK, on="2026-07-16")
    assert lines(letter, "subgoals")[1:] == [
        "BV-1 Kan het verdragen dat de therapeut dichtbij is meestal uit zichzelf met hulp"
    ]
    assert lines(letter, "seen") == ["BV-1, 20 mei 2026: kruipt tegen mij aan."]


@pytest.mark.requirement("S2-100", "S2-101", "S2-143")
def test_the_closing_letter_tells_of_tapering_off_what_follows_and_hands_over_the_approach() -> None:
    letter = written("closing", ATTACHMENT, STEPPED_BACK, on="2026-07-16")
    assert lines(letter, "ending") == [
        "De behandeling is vanaf 1 juli 2026 afgebouwd. Verdeling van de laatste sessies: om de week.",
        "De behandeling is op 15 juli 2026 afgesloten. Reden: De doelen zijn bereikt: de hechting is weer op gang.",
    ]
    assert lines(letter, "next") == ["Groepstherapie voor bouwsteen 5, autonomie."]
    assert lines(letter, "handover")[0] == "Dit kind heeft nu vooral nodig:"
    assert "Loslaten zonder in de steek te laten." in lines(letter, "handover")


@pytest.mark.requirement("S1-033", "S2-133")
@pytest.mark.parametrize(
    ("module", "sentence"),
    [
        (ADD_ON, "Ervaring van deskundigen. Mensen met veel ervaring in het vak vinden dat het werkt."),
        (ATTACHMENT, "Nog niet onderzocht. Er is nog geen onderzoek naar gedaan."),
    ],
)
def test_the_ground_of_the_module_is_one_honest_sentence(module: str, sentence: str) -> None:
    happened = """
        day        | what        | detail
        2026-01-05 | full intake |
    """
    assert lines(written("start", module, happened, on="2026-01-06"), "evidence") == [sentence]


@pytest.mark.requirement("S2-021")
def test_a_passed_contra_indication_is_told_with_reason_and_who_was_consulted_and_cannot_be_left_out() -> None:
    said = "reason stabiel onder behandeling, consulted dr. Smit, consulted-role psychiatrist"
    happened = f"""
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-01-06 | criterion answered | criterion severe-psychiatric-disorder, answer yes
        2026-01-07 | contra indication overridden | criterion severe-psychiatric-disorder, {said}
    """
    letter = written("start", ATTACHMENT, happened, on="2026-01-08")
    assert lines(letter, "override") == [
        "Contra-indicatie: Er is een ernstige psychiatrische aandoening, zoals een psychose",
        "Besluit om toch te starten: 7 januari 2026, door Sanne",
        "Reden: stabiel onder behandeling.",
        "Overlegd met: dr. Smit (psychiater)",
    ]
    assert letter.section("override").must


def test_the_referral_is_told_in_the_words_of_who_referred() -> None:
    asked = Asked(received_on=date(2026, 1, 3), by="dr. Bos, De Wierden", reason="Boos na schooltijd.\nSlaapt slecht.")
    happened = """
        day        | what        | detail
        2026-01-05 | full intake |
    """
    letter = written("start", ATTACHMENT, happened, on="2026-01-06", asked=asked)
    assert lines(letter, "referral") == [
        "Dank u voor uw verwijzing.",
        "Noor Veldhuis is op 3 januari 2026 aangemeld door dr. Bos, De Wierden.",
        "De reden van aanmelding was:",
        "Boos na schooltijd.",
        "Slaapt slecht.",
    ]


def test_what_is_not_known_is_said_to_be_unknown_or_left_out() -> None:
    happened = """
        day        | what     | detail
        2026-01-05 | referred | route private
    """
    letter = written("start", ATTACHMENT, happened, on="2026-01-06", part=Part.GP)
    assert lines(letter, "referral") == [
        "Noor Veldhuis is op 5 januari 2026 aangemeld.",
        "Een reden van aanmelding is bij ons niet vastgelegd.",
    ]
    assert lines(letter, "goals") == ["Er zijn nog geen doelen afgesproken."]
    assert lines(letter, "indications") == ["Over de indicatie is nog niets vastgelegd."]
    found = lines(letter, "getting-to-know")
    assert found
    assert all(line.endswith("nog niet geweest") for line in found)
    assert "None" not in words(letter)


def test_the_interim_letter_tells_when_the_next_evaluation_is_and_what_is_being_decided() -> None:
    happened = """
        day        | what              | detail
        2026-01-05 | full intake       |
        2026-02-02 | treatment started |
        2026-02-02 | 4 sessions held   |
        2026-02-24 | decision opened   | decision extension, sessions 4
    """
    letter = written("interim", ADD_ON, happened, on="2026-02-25")
    assert lines(letter, "evaluations") == [
        "Er is nog geen evaluatie gehouden.",
        "De volgende evaluatie is na sessie 4.",
    ]
    assert lines(letter, "decisions") == [
        "Verlenging van de add-on, voorstel van 24 februari 2026: 4 sessies. Hierover is nog niet besloten."
    ]


def test_a_lapsed_condition_of_safety_stays_out_of_letters() -> None:
    happened = """
        day        | what               | detail
        2026-01-05 | full intake        |
        2026-02-02 | treatment started  |
        2026-02-09 | criterion answered | criterion safe-upbringing, answer no, note onveilig-thuis
    """
    for kind in ("interim", "closing", "start"):
        assert "onveilig-thuis" not in words(written(kind, ATTACHMENT, happened, on="2026-02-10"))


def test_every_composed_sentence_is_short() -> None:
    for module, happened, on in ((ADD_ON, EXTENDED, "2026-05-02"), (ATTACHMENT, STEPPED_BACK, "2026-07-16")):
        letter = written("closing", module, happened, on=on)
        for sentence in re.split(r"(?<=[.?!:])\s|\n", words(letter)):
            assert len(sentence.split()) <= 22, sentence
