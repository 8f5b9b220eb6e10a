"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

FILE_READ = register("exchange.file_read", "C", "een bestand met een verwijzing ingelezen")
