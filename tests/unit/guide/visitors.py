"""Thirty invented visitors from 6 to 80 years: what they tell, and what the documents say must come out, argued."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """Someone who looks for help. `because` argues the outcome from the documents, in our words.

    `fits` is exactly what must fit; `may` and `less` are among what may fit and what fits less; with `alarm` nothing is
    advised and `first` is the first contact, else the first step.
    """

    who: str
    told: dict[str, object]
    because: str
    fits: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    less: frozenset[str] = frozenset()
    alarm: str = ""
    first: str = ""
    steps: frozenset[str] = field(default=frozenset())


def visitor(
    who: str,
    age: int,
    because: str,
    *,
    fits: str = "",
    may: str = "",
    less: str = "",
    alarm: str = "",
    first: str = "",
    steps: str = "",
    **told: object,
) -> Visitor:
    """A visitor without danger and without treatment, unless told otherwise."""
    given = {"danger": ["none"], "age": age, "treatment": ["none"]} | {
        name.replace("_", "-"): value for name, value in told.items()
    }
    sets = [frozenset(each.split()) for each in (fits, may, less, steps)]
    return Visitor(
        who=f"{who}, {age}",
        told=given,
        because=because,
        fits=sets[0],
        may=sets[1],
        less=sets[2],
        steps=sets[3],
        alarm=alarm,
        first=first,
    )


VISITORS = (
    visitor(
        "Liv", 6,
        "S0-026 and S0-029: with children PMT builds self-confidence and trains balance, S0-019: a child "
        "lacks words. "
        "S0-051: play therapy is for children too. No sign of attachment (S2-020), so nothing points to PMKT.",
        body=["motor"], feelings=["confidence"], development="same", talking="hard",
        fits="pmt", may="play", less="pmkt pmt-addon", steps="youth-funding school-and-parents",
    ),
    visitor(
        "Noor", 7,
        "S2-002: an attachment disorder diagnosed by a psychiatrist at an age under 12; S2-028 and "
        "S2-029: a safe adult and "
        "a safe home. There is a form of its own, so general PMT comes second.",
        development="same", behaviour=["outbursts", "clinging"], attachment="diagnosed", home="safe", talking="hard",
        fits="pmkt", may="pmt", first="pmkt-register",
    ),
    visitor(
        "Sem", 8,
        "S2-002 speaks for it, but S2-028 and S2-139 ask a steady adult before and during: it cannot "
        "simply fit.",
        development="same", behaviour=["avoids-contact"], attachment="diagnosed", home="no-figure", talking="easy",
        may="pmkt",
    ),
    visitor(
        "Jip", 9,
        "S2-015 and S2-029: a home that is not safe comes before any therapy, whatever else was told.",
        development="same", behaviour=["withdrawn"], attachment="diagnosed", home="unsafe", wishes=["play"],
        alarm="unsafe-home", first="safe-home",
    ),
    visitor(
        "Mats", 10,
        "S0-010 and S0-011: PMT uses the need to move with ADHD-like behaviour; S0-065: as an addition, "
        "so 'may'. "
        "S0-051 needs something inside to play out; nothing of that was told.",
        development="same", feelings=["none"], behaviour=["restless"], talking="easy",
        may="pmt", less="play pmkt psychotherapy",
    ),
    visitor(
        "Amira", 11,
        "S0-012: structured movement helps to recognise signals of others; S0-028: playing together is a "
        "goal with children.",
        development="same", feelings=["none"], behaviour=["social", "together"], talking="hard",
        fits="pmt", less="pmkt",
    ),
    visitor(
        "Finn", 12,
        "S0-051: a child that likes to play and has something inside. S0-049: talking works, so "
        "psychotherapy may fit. "
        "S0-015: feeling low shows in the body, so PMT may fit.",
        development="same", feelings=["low"], behaviour=["none"], talking="easy", wishes=["play"],
        fits="play", may="psychotherapy pmt",
    ),
    visitor(
        "Lena", 13,
        "S2-002: the module is for a developmental age up to 12 and she develops as others of 13: it is "
        "excluded.",
        development="same", behaviour=["clinging", "outbursts"], talking="easy",
        less="pmkt play", fits="pmt",
    ),
    visitor(
        "Bo", 15,
        "Contradiction 4: the developmental age counts, and that is 9. S2-003: a psychomotor examination "
        "showed the problem.",
        development="younger", developmental_age=9, behaviour=["defiant"], attachment="examined", home="safe",
        talking="hard", fits="pmkt", may="pmt", less="play",
    ),
    visitor(
        "Yara", 16,
        "Design section 4: thoughts of suicide always lead to help now, before any advice; 113 is there "
        "for that.",
        danger=["suicidal"], feelings=["low"], wishes=["move"], alarm="suicidal", first="suicide-line",
    ),
    visitor(
        "Tim", 17,
        "S0-027: with young people PMT works on fear through movement; S0-056: under 18 the municipality "
        "may pay.",
        development="same", feelings=["fear"], behaviour=["none"], talking="easy", wishes=["move"],
        fits="pmt", may="psychotherapy", less="pmkt play", steps="youth-funding",
    ),
    visitor(
        "Iris", 19,
        "S1-007: flooded by bodily signals, inside MBT (S1-001) with clear goals (S1-015) and a lead "
        "clinician (S1-037). "
        "S0-020: PMT works on that contact as well; S0-065 and S1-037: she talks to who treats her first.",
        body=["flooded"], feelings=["anger"], talking="easy", treatment=["mental"], treatment_kind=["personality"],
        lead="with-lead", goals="clear",
        fits="pmt pmt-addon", less="pmkt", first="own-practitioner", steps="addon-register",
    ),
    visitor(
        "Ruben", 22,
        "S1-008: estranged from the body, but S1-015: the goals are not clear yet, and that comes first.",
        body=["estranged"], treatment=["mental"], treatment_kind=["personality"], lead="with-lead", goals="not-clear",
        fits="pmt", may="pmt-addon",
    ),
    visitor(
        "Milan", 24,
        "S0-050: drawing and music appeal to him. S0-049: words do not come, so doing (PMT) fits as well.",
        feelings=["low"], talking="hard", wishes=["create"],
        fits="arts pmt", less="psychotherapy play", first="pmt-find", steps="arts-find",
    ),
    visitor(
        "Sanne", 25,
        "S1-007 fits, but S1-037: registration is only possible through a lead clinician, and there is none.",
        body=["flooded"], treatment=["mental"], treatment_kind=["personality"], lead="without-lead", goals="clear",
        fits="pmt", may="pmt-addon",
    ),
    visitor(
        "Kim", 27,
        "S0-048 and S3-023: an injury with a known cause and the wish to become stronger belong to ordinary "
        "physiotherapy; PMT treats mental complaints, and psychosomatic physiotherapy looks at tension.",
        body=["injury"], medical="cause", feelings=["none"], behaviour=["none"], wishes=["recover"],
        fits="physio", less="pmt psychosomatic-physio psychotherapy", first="physio-find",
    ),
    visitor(
        "Daan", 29,
        "S3-005 and S3-006: pain for months, no medical cause. S3-023: ordinary physiotherapy aims at a "
        "bodily cause.",
        body=["pain"], medical="no-cause", duration="long", feelings=["none"], behaviour=["none"],
        fits="psychosomatic-physio", less="physio pmt", first="psychosomatic-find",
    ),
    visitor(
        "Fatima", 31,
        "S4-039: advising more movement beside a PTSD treatment can do no harm. S0-013 says PMT can "
        "contribute, S4-033 that "
        "its added value was not studied: 'may', not 'fits'.",
        body=["none"], feelings=["trauma"], talking="easy", treatment=["mental"], treatment_kind=["trauma"],
        lead="with-lead", wishes=["move"],
        fits="movement", may="pmt psychotherapy", less="pmt-addon", first="own-practitioner", steps="movement-agree",
    ),
    visitor(
        "Bas", 33,
        "S4-005 and S4-017: movement is added to a psychological treatment and he has none, so nothing "
        "simply fits; "
        "S0-013: PMT can contribute.",
        body=["none"], feelings=["trauma"], talking="easy",
        may="pmt movement psychotherapy", less="pmt-addon", steps="psychotherapy-find talk-to-gp",
    ),
    visitor(
        "Eva", 35,
        "S0-001 and S0-017: burn-out, tension and talks that were not enough. S3-009 and S3-010: lasting "
        "tension is also a "
        "reason for psychosomatic physiotherapy.",
        body=["tension", "not-noticing"], duration="long", feelings=["stress"], talking="easy",
        earlier=["talking-not-enough"],
        fits="pmt psychosomatic-physio", may="psychotherapy", less="physio arts", first="pmt-find",
    ),
    visitor(
        "Omar", 38,
        "S3-007: fatigue for long that does not improve with rest, no cause found. S3-024: what he tried with a "
        "physiotherapist came back, as it does when what lies beneath is left out.",
        body=["fatigue"], medical="no-cause", duration="long", feelings=["none"], behaviour=["none"],
        earlier=["physio-came-back"],
        fits="psychosomatic-physio", less="physio pmt",
    ),
    visitor(
        "Petra", 41,
        "S3-008: complaints of muscles that recur without a clear bodily cause; S3-023: ordinary physiotherapy aims "
        "at a bodily cause.",
        body=["joints"], medical="no-cause",
        fits="psychosomatic-physio", less="physio",
    ),
    visitor(
        "Wim", 45,
        "Design section 4: chest pain needs a doctor at once, before any advice.",
        danger=["chest"], body=["tension"], feelings=["stress"], alarm="sudden", first="alarm",
    ),
    visitor(
        "Joke", 48,
        "S3-005 asks that a medical cause was looked for; design section 4: complaints no doctor has "
        "seen go to the GP first.",
        body=["head-heart"], medical="not-seen", feelings=["stress"], alarm="not-seen", first="gp-visit",
    ),
    visitor(
        "Hans", 52,
        "S0-049: psychotherapy works by talking, he wants that and it works. S0-015: fear shows in the "
        "body, so PMT may fit.",
        feelings=["fear"], talking="easy", earlier=["talking-helped"], wishes=["talk"],
        fits="psychotherapy", may="pmt", less="play arts",
    ),
    visitor(
        "Ineke", 57,
        "S0-016: a guideline names PMT as a treatment option with depression; feeling low alone is no "
        "diagnosis, so 'may'.",
        feelings=["low"], talking="easy", may="pmt psychotherapy",
    ),
    visitor(
        "Ahmed", 61,
        "Nothing is known, so nothing is recommended; S0-068: the GP helps to find out, and in doubt "
        "about danger at once.",
        danger="unknown", treatment="unknown", first="danger-unclear", steps="talk-to-gp",
        less="pmt pmkt pmt-addon psychosomatic-physio physio psychotherapy arts play movement",
    ),
    visitor(
        "Greet", 66,
        "Design section 4: violence at home leads to Veilig Thuis before any advice.",
        danger=["violence"], feelings=["fear"], alarm="violence", first="safe-home",
    ),
    visitor(
        "Kees", 72,
        "S3-009: fast breathing with stress and bad sleep for long. S0-009 and S0-017: PMT is for older "
        "people too, and "
        "practises with stress in the body.",
        body=["breath", "sleep"], medical="no-cause", duration="long", feelings=["stress"], talking="easy",
        fits="psychosomatic-physio pmt", may="psychotherapy", less="physio",
    ),
    visitor(
        "Truus", 80,
        "S0-009: PMT is for older people too; S0-020: she notices tension late and her body feels far "
        "away; S0-019: words "
        "do not come. Play therapy is for children (S0-051).",
        body=["not-noticing", "estranged"], feelings=["low"], talking="hard",
        fits="pmt", may="arts", less="play pmkt pmt-addon", first="pmt-find",
    ),
)  # fmt: skip
