"""What readers get, page by page."""
