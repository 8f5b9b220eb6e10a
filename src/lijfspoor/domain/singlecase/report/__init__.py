"""The whole analysis of one study, the answer of the draw first: one structure for text, JSON and paper."""
