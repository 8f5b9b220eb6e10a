"""What other rooms ask of intake: take in a referral, keep one from a message, take it up, read an overview."""

from lijfspoor.practice.intake.overview import Overview, read_overview
from lijfspoor.practice.intake.reading import WayIn, read_open_referrals, read_referral, ways_in
from lijfspoor.practice.intake.receiving import receive_referral
from lijfspoor.practice.intake.referring import refer_client, set_aside_referral, take_up_referral
from lijfspoor.practice.intake.requests import is_known, receive_request
from lijfspoor.practice.intake.starting import start_treatment

__all__ = [
    "Overview",
    "WayIn",
    "is_known",
    "read_open_referrals",
    "read_overview",
    "read_referral",
    "receive_referral",
    "receive_request",
    "refer_client",
    "set_aside_referral",
    "start_treatment",
    "take_up_referral",
    "ways_in",
]
