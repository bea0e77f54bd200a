"""What core.network promises."""
