"""The Rasa components: thin wraps around the pure functions of nlu."""
