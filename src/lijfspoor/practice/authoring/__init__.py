"""Writing modules: a copy as a draft, changed in a form or as YAML with checks beside it, published as a version."""
