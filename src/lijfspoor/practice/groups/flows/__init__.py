"""What people do with groups; other rooms enter here."""

from lijfspoor.practice.groups.cards import (
    Entry,
    GroupCard,
    GroupDetails,
    MeetingCard,
    MeetingWish,
    NotSigned,
    Signing,
    Unseated,
)
from lijfspoor.practice.groups.flows.joining import join_group, leave_group
from lijfspoor.practice.groups.flows.meeting import drop_meeting, fill_seats, plan_meetings
from lijfspoor.practice.groups.flows.opening import change_group, open_group
from lijfspoor.practice.groups.flows.sheet import Kept, save_sheet
from lijfspoor.practice.groups.flows.signing import amend_whole, sign_seats, sign_whole

__all__ = [
    "Entry",
    "GroupCard",
    "GroupDetails",
    "Kept",
    "MeetingCard",
    "MeetingWish",
    "NotSigned",
    "Signing",
    "Unseated",
    "amend_whole",
    "change_group",
    "drop_meeting",
    "fill_seats",
    "join_group",
    "leave_group",
    "open_group",
    "plan_meetings",
    "save_sheet",
    "sign_seats",
    "sign_whole",
]
