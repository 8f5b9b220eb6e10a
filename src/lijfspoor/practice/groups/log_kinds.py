"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

GROUPS_READ = register("groups.groups_read", "R", "de lijst van groepen bekeken")
GROUP_READ = register("groups.group_read", "R", "bekeken wie er in een groep meedoet")
GROUP_OPENED = register("groups.group_opened", "C", "een groep gemaakt")
GROUP_CHANGED = register("groups.group_changed", "U", "de gegevens van een groep gewijzigd")
CHOOSING_READ = register("groups.choosing_read", "R", "gekeken welke groep past")
JOINED = register("groups.joined", "C", "vastgelegd dat u meedoet in een groep")
WAITS = register("groups.waits", "C", "u op de wachtlijst van een groep gezet")
LEFT = register("groups.left", "C", "vastgelegd dat u stopt met een groep")
MEETINGS_PLANNED = register("groups.meetings_planned", "C", "sessies van een groep gepland")
MEETING_DROPPED = register("groups.meeting_dropped", "D", "een sessie van een groep laten vervallen")
MEETING_READ = register("groups.meeting_read", "R", "een sessie van een groep bekeken")
ATTENDANCE_SAVED = register("groups.attendance_saved", "U", "bijgehouden of u bij de groep was")
NOTE_SAVED = register("groups.note_saved", "U", "een concept over de groep als geheel bewaard")
NOTE_SIGNED = register("groups.note_signed", "C", "een verslag over de groep als geheel ondertekend")
NOTE_AMENDED = register("groups.note_amended", "C", "een verslag over de groep als geheel aangevuld")
