"""Where a practice writes its own text of the pages that visitors read."""
