"""What the operator sees of the running assistant: logs, metrics, readiness; none of it holds a person's words."""
