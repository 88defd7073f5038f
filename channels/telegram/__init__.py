"""Telegram: private chats with a bot, by long polling or by a webhook. docs/telegram.md says how to start it."""
