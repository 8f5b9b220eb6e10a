"""Pages of the room: referrals, the overview, criteria, papers and goals."""
