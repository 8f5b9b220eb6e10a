"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

COURSE_READ = register("treatment.course_read", "R", "het verloop van de behandeling bekeken")
