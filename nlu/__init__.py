"""Reading what people write: facts, intents and topics from one message."""
