"""The action server: between Rasa and the interview, and nothing more."""
