"""Relations between texts."""
