"""Every result in one plain sentence, Dutch and English, with what it assumes and what it does not say."""
