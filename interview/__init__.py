"""The conversation itself, without Rasa: what is known, what to ask next, what to answer."""
