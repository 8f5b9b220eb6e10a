"""What reading the logbook writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

CLIENT_LOG_READ = register("logbook.client_read", "R", "uw logboek bekeken")
PRACTICE_LOG_READ = register("logbook.practice_read", "R", "het logboek van de praktijk bekeken")
