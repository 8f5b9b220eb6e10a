"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

LIST_READ = register("letters.list_read", "R", "de lijst van brieven over u bekeken")
READ = register("letters.letter_read", "R", "een brief over u gelezen")
PRINTED = register("letters.letter_printed", "R", "een brief over u opgehaald om af te drukken")
DRAFTED = register("letters.letter_drafted", "C", "een brief over u opgesteld")
SAVED = register("letters.letter_saved", "U", "een concept van een brief over u bewaard")
DROPPED = register("letters.letter_dropped", "D", "een concept van een brief over u weggegooid")
SENT = register("letters.letter_sent", "E", "een brief over u verstuurd")
