"""What others ask of the finder: find, read, ask for a first talk, keep the own profile, read in a register."""

from lijfspoor.practice.finder.asking import ask_first_talk
from lijfspoor.practice.finder.finding import PER_PAGE, find, read_listed
from lijfspoor.practice.finder.profiles import change_profile, read_profile
from lijfspoor.practice.finder.reading_in import read_in_register

__all__ = ["PER_PAGE", "ask_first_talk", "change_profile", "find", "read_in_register", "read_listed", "read_profile"]
