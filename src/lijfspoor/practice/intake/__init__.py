"""From referral to an agreed plan: meetings, criteria, examination, goals."""
