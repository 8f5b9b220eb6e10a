"""Reads content files strictly, says where every mistake stands, and keeps published versions as they are."""
