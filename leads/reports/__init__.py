"""The reports' door: read-only figures of a period, each mark leading to what it counts."""
