"""A Prometheus of our own, people who make every panel move, and the dashboard drawn without Grafana."""
