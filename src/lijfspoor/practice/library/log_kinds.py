"""What this room writes in the logbook; none of it is about a client."""

from lijfspoor.practice.logbook.kinds import register

SHELF_READ = register("library.shelf_read", "R", "de bibliotheek bekeken")
MODULE_READ = register("library.module_read", "R", "een module gelezen")
LEAFLET_READ = register("library.leaflet_read", "R", "de folder van een module bekeken")
SOURCE_READ = register("library.source_read", "R", "een bron opgezocht")
OWN_EXAMINED = register("library.own_examined", "E", "een eigen module laten nakijken")
OWN_PUBLISHED = register("library.own_published", "C", "een eigen module gepubliceerd")
