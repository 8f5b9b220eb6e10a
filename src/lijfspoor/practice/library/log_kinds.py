"""What this room writes in the logbook; none of it is about a client."""

from lijfspoor.practice.logbook.kinds import register

SHELF_READ = register("library.shelf_read", "R", "de bibliotheek bekeken")
MODULE_READ = register("library.module_read", "R", "een module gelezen")
LEAFLET_READ = register("library.leaflet_read", "R", "de folder van een module bekeken")
SOURCE_READ = register("library.source_read", "R", "een bron opgezocht")
EVIDENCE_READ = register("library.evidence_read", "R", "de onderbouwing bekeken")
EVIDENCE_RECORD_READ = register("library.evidence_record_read", "R", "een stuk onderbouwing gelezen")
CLAIMS_READ = register("library.claims_read", "R", "de beweringen bekeken")
CLAIM_READ = register("library.claim_read", "R", "voor en tegen van een bewering gelezen")
READING_LIST_READ = register("library.reading_list_read", "R", "een leeslijst bekeken")
CARDS_READ = register("library.cards_read", "R", "de kaarten met uitleg bekeken")
CARD_READ = register("library.card_read", "R", "een kaart met uitleg gelezen")
REVIEWS_READ = register("library.reviews_read", "R", "bekeken wat toe is aan herziening")
OWN_EXAMINED = register("library.own_examined", "E", "een eigen module laten nakijken")
OWN_PUBLISHED = register("library.own_published", "C", "een eigen module gepubliceerd")
