"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

REFERRED = register("intake.referred", "C", "uw aanmelding vastgelegd")
RECEIVED = register("intake.referral_received", "C", "een verwijzing uit een ander systeem ingelezen")
ASKED = register("intake.asked", "C", "uw vraag om een eerste gesprek vastgelegd")
TAKEN_UP = register("intake.referral_taken_up", "U", "uw verwijzing opgepakt")
SET_ASIDE = register("intake.referral_set_aside", "U", "uw verwijzing terzijde gelegd")
REFERRAL_READ = register("intake.referral_read", "R", "uw aanmelding bekeken")
REFERRALS_READ = register("intake.referrals_read", "R", "de lijst van nieuwe verwijzingen bekeken")
CLIENTS_SOUGHT = register("intake.clients_sought", "R", "bij een aanmelding op naam gezocht")
OVERVIEW_READ = register("intake.overview_read", "R", "het overzicht van uw intake bekeken")
CRITERIA_READ = register("intake.criteria_read", "R", "de vragen vooraf bekeken")
GOALS_READ = register("intake.goals_read", "R", "uw behandeldoelen bekeken")
FOREWARNING_READ = register("intake.forewarning_read", "R", "bekeken wat vooraf wordt verteld")
VARIANTS_READ = register("intake.variants_read", "R", "bekeken waar het om gaat en welke vorm past")
PAPER_READ = register("intake.paper_read", "R", "een verslag van uw intake bekeken")
PAPER_SAVED = register("intake.paper_saved", "U", "een concept van een verslag bewaard")
PAPER_SIGNED = register("intake.paper_signed", "C", "een verslag van uw intake ondertekend")
PAPER_CONTINUED = register("intake.paper_continued", "C", "een nieuwe versie van een verslag begonnen")
PAPER_DISCARDED = register("intake.paper_discarded", "D", "een concept van een verslag weggegooid")
