"""How people reach the assistant: for each channel, what lies between its protocol and Rasa."""
