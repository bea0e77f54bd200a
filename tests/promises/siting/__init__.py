"""What core.siting promises."""
