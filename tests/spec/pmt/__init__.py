"""Psychomotor therapy for all ages, in cases: variants, problem areas, the intake, does it still fit, the bond."""

title = "PMT"
