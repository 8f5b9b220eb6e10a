"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

REFUSED = register("access.refused", "E", "iets gevraagd wat niet mocht")
