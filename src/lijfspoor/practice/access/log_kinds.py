"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

REFUSED = register("access.refused", "E", "iets gevraagd wat niet mocht")
PRACTICE_BEGUN = register("access.practice_begun", "C", "de praktijk ingericht")
PRACTICE_CHANGED = register("access.practice_changed", "U", "de gegevens van de praktijk gewijzigd")
EVALUATIONS_SET = register("access.evaluations_set", "U", "ingesteld wanneer evaluaties komen")
COLLEAGUES_READ = register("access.colleagues_read", "R", "de lijst van collega's bekeken")
INVITED = register("access.invited", "C", "een collega uitgenodigd")
INVITATION_WITHDRAWN = register("access.invitation_withdrawn", "D", "een uitnodiging ingetrokken")
JOINED = register("access.joined", "C", "een uitnodiging aangenomen")
ROLES_CHANGED = register("access.roles_changed", "U", "de rollen van een collega gewijzigd")
MEMBERSHIP_ENDED = register("access.membership_ended", "U", "vastgelegd dat een collega stopt")
CREDENTIAL_RECORDED = register("access.credential_recorded", "C", "een bevoegdheid van een collega vastgelegd")
SWITCHED = register("access.switched", "E", "gewisseld van praktijk")
SIGNED_OUT_ELSEWHERE = register("access.signed_out_elsewhere", "E", "zich op andere apparaten uitgelogd")
