"""How well messages are understood, on messages that nobody trains on."""
