"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

OPENED = register("pathway.opened", "C", "een behandeltraject geopend")
STEP = register("pathway.step", "C", "iets in het behandeltraject vastgelegd")
