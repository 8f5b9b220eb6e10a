"""Where a client stands along a care module, what is due, and which steps are open, with the reason."""

title = "Pathways"
