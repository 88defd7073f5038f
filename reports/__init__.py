"""What a person takes away: the answer on one or two pages, and its dates for their calendar.

Pure: from the data of a card (docs/card.md) to bytes. ``page.html``, ``paper.pdf`` and ``calendar.ics`` each make
one kind of file; ``files`` says how a file travels beside a message.
"""
