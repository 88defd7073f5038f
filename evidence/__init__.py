"""Runs the real product and writes what was seen into docs/evidence/; ``make evidence`` runs all of it."""
