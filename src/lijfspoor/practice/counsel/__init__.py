"""Case questions: a case made unrecognisable, put to colleagues and invited experts, and found again later."""
