"""What may be done next along a module, what not yet, and why."""

from lijfspoor.domain.pathways.permissions.answering import allowed_steps, permission, permit

__all__ = ["allowed_steps", "permission", "permit"]
