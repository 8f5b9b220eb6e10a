"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

SHELF_READ = register("exercises.shelf_read", "R", "de werkvormen bekeken")
EXERCISE_READ = register("exercises.exercise_read", "R", "een werkvorm gelezen")
OWN_EXAMINED = register("exercises.own_examined", "E", "een eigen werkvorm laten nakijken")
OWN_PUBLISHED = register("exercises.own_published", "C", "een eigen werkvorm gepubliceerd")
HIDDEN = register("exercises.hidden", "U", "een werkvorm verborgen")
SHOWN = register("exercises.shown", "U", "een verborgen werkvorm weer getoond")
CLIENT_READ = register("exercises.client_read", "R", "bekeken welke werkvormen zijn gedaan en waar op wordt gelet")
CAUTION_NOTED = register("exercises.caution_noted", "C", "genoteerd waar bij werkvormen op wordt gelet")
CAUTION_ENDED = register("exercises.caution_ended", "U", "genoteerd dat iets bij werkvormen niet meer speelt")
EFFORT_CHECKED = register("exercises.effort_checked", "C", "vragen over lichamelijke inspanning beantwoord")
SUGGESTED = register("exercises.suggested", "R", "voorstellen voor werkvormen in een sessie bekeken")
USED = register("exercises.used", "C", "vastgelegd welke werkvormen in een sessie zijn gedaan")
TOUCHED = register("exercises.touched", "C", "vastgelegd dat bij een werkvorm aanraking was")
