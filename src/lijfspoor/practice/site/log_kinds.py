"""What this room writes in the logbook; none of it is about a client."""

from lijfspoor.practice.logbook.kinds import register

PAGES_READ = register("site.pages_read", "R", "de pagina's voor bezoekers bekeken")
PAGE_WRITTEN = register("site.page_written", "C", "een pagina voor bezoekers geschreven")
