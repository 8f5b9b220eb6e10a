"""Dutch words that are names as well: written small they are most likely no name."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    """
    aan abu al ben bij bin da de del den der des dhr di dos dr drs du el en fam familie heer het ibn in ing ir
    la le les meneer mevr mevrouw mr mw onder op over prof sint st t te ten ter tot uit van von voor zu zur
    """
)
"""Small words in names: never searched alone."""

GENERIC = _words(
    """
    afdeling artsen basisschool bso cbs centrum college de dokter dokters en fysiotherapie gemeente gezin
    gezondheidscentrum ggz groepspraktijk havo het huisarts huisartsen huisartsenpraktijk instelling jeugd
    jeugdzorg kbs kind kinderdagverblijf kinderen kinderopvang kinderpraktijk kliniek logopedie lyceum maatschap
    mavo middelbare obs onderwijs opvang ouders pcbs polikliniek praktijk psychologen psychologie scholen school
    speciaal stichting team therapie van vmbo voor vwo wijkteam ziekenhuis zorg
    """
)
"""Words that name a kind of institution and point at none."""

ORDINARY = _words(
    """
    aal adel angel april arend ark bakker bal balk beek been beer ben berg bergen bert beuk bezem bij blauw blij
    bloem blok bode boer bok bol boom boomgaard boon boot bos bosch bot brand breed brink broek broer brood
    brouwer brug bruin buis buur daal dag dam das dekker dick dief dijk dik dom donker doorn dorp draak droog
    duif duin duinen duur echt eend eik els engel ernst fee feest fijn fleur fort frank gans gast geel geluk
    gerst glas god goed goud graaf gras groen groot haan haar haas hal hals ham hand haring hart haven heem heer
    heide held hemel hen herder herfst hert heuvel hoek hof hoge hond hoop hop horizon horst houd huis hulst
    iris jager jasmijn jet jong joy juli juni kaas kamp kant kap kater keizer kerk kers kip klaar klaver klein
    klimop klok knecht koe kok kom kompas koning kool koper korf kort koster kraai kraan kramer kroon kruis kuip
    kuiper laan laat lam land lang leen leeuw lelie lente licht lief lies lieve lijn linde linden loon loper los
    lot luna maan maas maat maj mand mark mast meer mees meester mei melk mensen merel mier mol molen molenaar
    mond mooi moor mos mug muis mulder munt mus naald nacht nagel noord noot oker olijf oost oud oude paard palm
    papa park pas pauw peer penning pijl pijn pim plas plein ploeg poel pol pont poort poot post pot prins pruis
    punt raad raaf ree regen regenboog reiger rein rib ridder riet rijk rijn ring rog rood room roos rots rozen
    ruiter rust salon sam schaap schaar schaduw schat schenk schip schoen schol scholten schoon schouten schuur
    sier sjaal slag slot sluis smal smid snel snoek sok spar speer spiegel spijker spits spoor spreeuw staal
    staf stal stam star steen ster sterk sterre stil stoel stok stoker storm straat stroom struik tak tand
    timmer timmerman tol top toren trots tuin turk uil vaart valk veen veer veld velden ver vet vijver vink vis
    visser vlag vlam vlieger vliet vlinder vloed voet vogel volk vonk vos vrede vriend vries vrij vroom
    vuurtoren waal waard wagen wal was water weber week wegwijzer weide west wijn wijs wil wild wilg winter wit
    witte wolf wolk wolken woud zaal zand zee zeester zegel zilver zomer zon zonder zuid zus zwaan zwaar zwaluw
    zwart
    """
)
"""By hand; a word that is missing here is taken for a name, which is the safe side."""
SHORT = 3
"""Up to so many letters any word written small may be an ordinary one."""
