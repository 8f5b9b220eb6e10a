"""The one way in which a document is turned down."""


class ReferralRefused(Exception):
    """A document that cannot be read as a referral.

    `path` says where (FHIRPath-like, empty for the whole document); `reason` says why in plain Dutch.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason
