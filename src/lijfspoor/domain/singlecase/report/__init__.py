"""The whole analysis of one study, design-based answer first, as one structure that text, JSON and paper are made of."""
