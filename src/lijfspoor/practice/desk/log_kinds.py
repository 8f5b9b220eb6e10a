"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

TODAY_READ = register("desk.today_read", "R", "de dag bekeken, met uw naam en wat er op een collega wacht")
DUE_READ = register("desk.due_read", "R", "de lijst bekeken van wat er op een collega wacht")
CLIENTS_READ = register("desk.clients_read", "R", "de lijst van cliënten bekeken, met uw naam")
WEEK_READ = register("desk.week_read", "R", "de agenda bekeken, met uw afspraak")
FILE_READ = register("desk.file_read", "R", "uw dossier bekeken")
OFFICE_FILE_READ = register("desk.office_file_read", "R", "uw gegevens en afspraken bekeken, zonder de inhoud")
