"""The handbook: each test is a paragraph in plain words, a small table in, one question, the answer."""
