"""The Dutch words for what a record of evidence holds; how strong the ground is has its words in the domain."""

KINDS = {
    "finding": "bevinding",
    "mechanism": "verklaring",
    "guideline": "richtlijn",
    "impression": "indruk uit de praktijk",
    "assumption": "aanname",
    "gap": "wat niet bekend is",
    "conclusion": "slotsom",
}
DESIGNS = {
    "guideline": "richtlijn",
    "meta_analysis": "meta-analyse",
    "systematic_review": "systematisch overzicht",
    "review": "overzicht",
    "randomised_trial": "onderzoek met loting",
    "controlled_study": "gecontroleerd onderzoek",
    "comparative_study": "vergelijkend onderzoek",
    "pilot_study": "pilot",
    "uncontrolled_non_randomised_comparison": "ongecontroleerd, vergelijking zonder loting",
    "uncontrolled_study": "ongecontroleerd onderzoek",
    "observational_study": "waarnemend onderzoek",
    "qualitative_study": "wat mensen zelf zeiden",
    "case_study": "beschrijving van één cliënt",
    "animal_study": "onderzoek bij dieren",
    "expert_opinion": "oordeel van deskundigen",
    "none": "geen onderzoek",
    "not_stated": "staat niet in de bron",
}
DIRECTIONS = {
    "improves": "gunstig",
    "no_difference": "geen verschil",
    "worsens": "ongunstig",
    "mixed": "wisselend",
    "related": "hangt samen",
    "not_related": "geen verband",
    "unknown": "niet bekend",
}
SIDES = {"for": "spreekt ervoor", "against": "spreekt ertegen", "open": "laat het open"}
WORDINGS = {
    "is": "De bron zegt dat het zo is.",
    "found": "De bron zegt dat het gevonden is.",
    "points_to": "De bron zegt dat onderzoek erop wijst.",
    "indications": "De bron noemt aanwijzingen.",
    "seems": "De bron zegt dat het zo lijkt.",
    "may": "De bron zegt dat het kan.",
    "recommends": "De bron beveelt het aan.",
    "is_assumed": "De bron neemt het aan.",
    "is_unknown": "De bron zegt dat het niet bekend is.",
}
MECHANISMS = {
    "proposed": "voorgesteld",
    "unknown": "niet bekend",
    "not_established": "onderzocht, niet aangetoond",
    "not_stated": "staat niet in de bron",
}
