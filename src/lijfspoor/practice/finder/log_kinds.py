"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

PROFILE_READ = register("finder.profile_read", "R", "het eigen profiel voor bezoekers bekeken")
PROFILE_CHANGED = register("finder.profile_changed", "U", "het eigen profiel voor bezoekers gewijzigd")
TALK_ASKED = register("finder.talk_asked", "C", "via de website om een eerste gesprek gevraagd")
