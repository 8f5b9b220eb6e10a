"""What is written about children of the demo before treatment; `{n}` is the child's first name."""

from lijfspoor.practice.desk.demo.children_people import Child

MEETING = {
    "part.acquaintance": "Kennisgemaakt in de zaal. {n} mocht rondkijken en koos als eerste de schommel.",
    "part.development-and-interests": "{n} doet graag: {likes}. De ontwikkelingsleeftijd is lager dan de leeftijd.",
    "part.people-around": "De namen staan in het netwerk. Met school mag overleg als er iets te delen is.",
    "part.attachment-person": "{safe} is degene bij wie {n} troost zoekt.",
    "part.food-and-touch": "Besproken wat {n} eet en drinkt, en dat aanraking altijd eerst wordt gevraagd.",
    "part.what-to-expect": "Verteld dat het een lange adem vraagt, elke week, en dat {n} soms even kleiner kan doen.",
    "block.complaints": "{reason}",
    "block.medical-history": "Geen bijzonderheden voor bewegen. De huisarts is op de hoogte.",
    "block.goals": "Rust in het lijf, troost kunnen aannemen, en plezier met andere kinderen.",
    "earlier-help": "Eerder een paar gesprekken bij het wijkteam. Dat gaf de ouders steun, {n} nog niet.",
    "parents.view": "Zij zien een kind dat veel spanning draagt en dat niet kan zeggen.",
    "parents.home": "Thuis gaat het in golven. Op school kost het veel energie.",
    "parents.hope": "Dat {n} zich kan ontspannen en hulp durft te vragen.",
    "parents.part": "Zij komen elke zes weken voor een gesprek.",
}
FOUND = {
    "file-analysis": "Vroege spanning rond zorg en afscheid. Geen nieuwe diagnose nodig om te beginnen.",
    "developmental-history": "Plaats en voeding waren er. Steun en bescherming kwamen te weinig.",
    "behaviour-observation": "{n} zoekt diepe druk en schommelen, en mijdt oogcontact als het spannend wordt.",
    "questionnaires": "Uitslagen van ouders en school wijzen dezelfde kant op: veel spanning, weinig hulp vragen.",
}
LISTS = {
    "list.signals.avoids-contact": "yes",
    "list.building-up.basic-trust": "yes",
    "list.building-up.basic-trust.note": "Zichtbaar bij afscheid en bij pijn.",
    "list.basic-needs.place": "literal",
    "list.basic-needs.nourishment": "literal",
    "list.basic-needs.support": "not-met",
    "list.basic-needs.protection": "not-met",
    "list.basic-needs.limits": "symbolic",
    "list.indication-list.s-outbursts": "yes",
    "list.situations.si-parting": "anxious",
    "list.situations.si-limits": "angry",
    "list.situations.si-new": "anxious",
    "list.pmkt-observation.ob-tension": "weak",
    "list.pmkt-observation.ob-tension.note": "Hoge schouders, adem boven in de borst.",
    "list.pmkt-observation.om-control": "strong",
    "list.pmkt-observation.om-control.note": "Klimt en balanceert graag en goed.",
    "list.pmkt-observation.oe-recovery": "weak",
    "list.pmkt-observation.oo-together": "weak",
    "list.pmkt-observation.oc-plan": "strong",
    "list.play-forms.pf-form": "Winkeltje met pittenzakken",
    "list.play-forms.pf-course": "Eerst veel regelen, na tien minuten meer spel.",
    "list.play-forms.pf-contact": "Keek steeds of het goed was.",
    "instrument.bots.caregivers.words": "Afgenomen met beide ouders. Het geheel past bij wat wij zagen.",
}
PROFILE = {
    "profile.biological.strong": "Eet goed en is gezond.",
    "profile.biological.weak": "Slaapt onrustig, is vaak gespannen.",
    "profile.sensory.strong": "Geniet van zand, water en diepe druk.",
    "profile.sensory.weak": "Merkt moeheid en pijn laat op.",
    "profile.motor.strong": "Beweegt soepel en durft te klimmen.",
    "profile.emotional.strong": "Kan plezier laten zien als het veilig is.",
    "profile.emotional.weak": "Grote gevoelens slaan om in boosheid of in stil worden.",
    "profile.social.strong": "Ziet goed wat een ander doet.",
    "profile.social.weak": "Vraagt geen hulp en houdt afstand.",
    "profile.cognitive.strong": "Maakt een plan en houdt vol.",
    "profile.cognitive.weak": "Heeft weinig woorden voor wat er in het lijf gebeurt.",
}
FORMULATION = {
    "field.organism": "Een gevoelig kind met een lijf dat snel op scherp staat.",
    "field.behaviour": "Houdt controle: weglopen, boos worden of juist stil zijn.",
    "field.milieu": "Er is nu een stabiele plek met iemand die wil meedoen. De eerste jaren waren dat niet.",
    "link.organism-behaviour": "Spanning in het lijf wordt meteen gedrag, zonder woorden ertussen.",
    "link.behaviour-milieu": "Het gedrag houdt anderen op afstand, waardoor troost niet aankomt.",
    "link.milieu-organism": "Vaste tijden en nabijheid brengen het lijf zichtbaar tot rust.",
    "summary": "Onder het gedrag ligt een lijf dat nog niet op een ander durft te leunen. Eerst veiligheid en rust, "
    "dan vertrouwen, dan nieuw gedrag.",
}
PLAN = {"plan.own-words": "‘Dat ik niet zo snel boos word,’ zegt {n}. De ouders willen vooral rust."}


def texts(child: Child, words: dict[str, str]) -> dict[str, str]:
    """Return the words as they are about this child."""
    fill = {"n": child.given, "likes": child.likes, "safe": child.safe, "reason": child.reason}
    return {name: text.format(**fill) for name, text in words.items()}


def of_part(child: Child, part: str) -> dict[str, str]:
    """Return what was written in a part of the examination; lines that are not of that part are left out later."""
    signs = {f"list.{sign}": "yes" for sign in child.signs.split()}
    return texts(child, {**LISTS, **signs, "found": FOUND[part]})
