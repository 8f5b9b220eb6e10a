"""What this room writes in the logbook."""

from lijfspoor.practice.logbook.kinds import register

OFFER_READ = register("education.offer_read", "R", "gekeken welke uitleg bij u past")
SHARED = register("education.card_shared", "C", "vastgelegd dat een kaart met uitleg is meegegeven")
PAPER_READ = register("education.paper_read", "R", "een kaart bekeken die is meegegeven")
TAKEN_BACK = register("education.share_taken_back", "U", "vastgelegd dat een kaart toch niet is meegegeven")
