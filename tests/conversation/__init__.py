"""Whole conversations against the real trained model and the real action server."""
