"""What this room writes in the logbook; none of it is about a client."""

from lijfspoor.practice.logbook.kinds import register

DRAFTS_READ = register("authoring.drafts_read", "R", "de concepten van modules bekeken")
DRAFT_READ = register("authoring.draft_read", "R", "een concept van een module bekeken")
DRAFT_MADE = register("authoring.draft_made", "C", "een concept van een module gemaakt")
DRAFT_SAVED = register("authoring.draft_saved", "U", "een concept van een module bewaard")
DRAFT_DISCARDED = register("authoring.draft_discarded", "D", "een concept van een module weggegooid")
DRAFT_PUBLISHED = register("authoring.draft_published", "C", "een concept van een module gepubliceerd")
