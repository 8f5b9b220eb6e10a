"""What people do with case questions; other rooms enter here."""

from lijfspoor.practice.counsel.answering import answer as answer
from lijfspoor.practice.counsel.answering import check_can_invite as check_can_invite
from lijfspoor.practice.counsel.answering import close as close
from lijfspoor.practice.counsel.answering import invite as invite
from lijfspoor.practice.counsel.answering import read_column as read_column
from lijfspoor.practice.counsel.answering import read_question as read_question
from lijfspoor.practice.counsel.answering import withdraw as withdraw
from lijfspoor.practice.counsel.asking import ask as ask
from lijfspoor.practice.counsel.asking import clients_to_choose as clients_to_choose
from lijfspoor.practice.counsel.asking import discard as discard
from lijfspoor.practice.counsel.asking import keep_knowingly as keep_knowingly
from lijfspoor.practice.counsel.asking import look_over as look_over
from lijfspoor.practice.counsel.asking import read_draft as read_draft
from lijfspoor.practice.counsel.asking import save_draft as save_draft
from lijfspoor.practice.counsel.expert import answer_as_expert as answer_as_expert
from lijfspoor.practice.counsel.expert import read_as_expert as read_as_expert
