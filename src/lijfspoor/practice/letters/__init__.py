"""Letters to referrers, lead clinicians, parents and school, kept as sent."""
