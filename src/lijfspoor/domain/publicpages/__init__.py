"""What a public page says, in both languages, with where it comes from and who looked it over."""
