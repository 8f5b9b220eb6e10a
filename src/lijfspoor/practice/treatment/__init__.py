"""The treatment itself: sessions and notes, phases, subgoals, evaluations, decisions, closing."""
