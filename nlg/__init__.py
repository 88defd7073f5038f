"""From the parts of a reply to one bubble of text."""
