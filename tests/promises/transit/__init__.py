"""What core.transit promises."""
