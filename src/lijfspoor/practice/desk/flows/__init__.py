"""What people do at their desk: see the day, find a client, read a file, look at the week."""

from lijfspoor.practice.desk.demo.loading import load_demo
from lijfspoor.practice.desk.flows.clients import Listing, read_clients
from lijfspoor.practice.desk.flows.file import ClientFile, OfficeFile, read_file
from lijfspoor.practice.desk.flows.today import Due, Today, is_new, read_due, read_today
from lijfspoor.practice.desk.flows.week import Week, read_week

__all__ = [
    "ClientFile",
    "Due",
    "Listing",
    "OfficeFile",
    "Today",
    "Week",
    "is_new",
    "load_demo",
    "read_clients",
    "read_due",
    "read_file",
    "read_today",
    "read_week",
]
