"""The face all pages share: layout, parts of a page, forms and pictures; it knows no room above it."""
