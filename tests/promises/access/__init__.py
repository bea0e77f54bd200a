"""What core.access promises."""
