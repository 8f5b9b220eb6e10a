"""From referral to an agreed plan and the start of treatment."""
