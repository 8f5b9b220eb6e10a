"""What a care module promises: criteria, goals, phases, dose, evaluation, decisions, and what it rests on."""
