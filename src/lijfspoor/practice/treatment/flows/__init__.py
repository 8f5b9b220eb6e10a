"""What people do during treatment; other rooms enter here."""
