"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

REGISTERED = register("people.client_registered", "C", "een cliënt ingeschreven")
READ = register("people.client_read", "R", "uw gegevens bekeken")
CHANGED = register("people.client_changed", "U", "uw gegevens gewijzigd")
NETWORK_READ = register("people.network_read", "R", "uw netwerk bekeken")
CONTACT_CHANGED = register("people.contact_changed", "U", "iemand in uw netwerk gewijzigd")
AUTHORITY_CHANGED = register("people.authority_changed", "U", "vastgelegd wie gezag heeft")
CONSENT_RECORDED = register("people.consent_recorded", "C", "een toestemming vastgelegd")
RELATION_CHANGED = register("people.relation_changed", "U", "vastgelegd wie u behandelt")
