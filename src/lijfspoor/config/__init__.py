"""Puts the practice together: settings, addresses, doorkeepers, and the gateways to the outside."""
