"""What this room writes in the logbook. Nothing ties a client to a question: see ADR 15."""

from lijfspoor.practice.logbook.kinds import register

COMPARED = register("counsel.compared", "R", "uw dossier gebruikt om een tekst onherkenbaar te maken")
CHOSEN_FROM = register("counsel.chosen_from", "R", "uw naam in een keuzelijst gezien")
DRAFT_SAVED = register("counsel.draft_saved", "U", "een concept van een casusvraag bewaard")
DRAFT_DISCARDED = register("counsel.draft_discarded", "D", "een concept van een casusvraag weggegooid")
ASKED = register("counsel.asked", "C", "een casusvraag gesteld")
LIST_READ = register("counsel.list_read", "R", "de casusvragen bekeken")
QUESTION_READ = register("counsel.question_read", "R", "een casusvraag gelezen")
ANSWERED = register("counsel.answered", "C", "een casusvraag beantwoord")
CLOSED = register("counsel.closed", "U", "een casusvraag afgesloten")
EXPERT_INVITED = register("counsel.expert_invited", "C", "een deskundige bij een casusvraag gevraagd")
EXPERT_WITHDRAWN = register("counsel.expert_withdrawn", "U", "de vraag aan een deskundige ingetrokken")
