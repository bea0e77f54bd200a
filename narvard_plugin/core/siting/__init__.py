"""Where to place care, and how to share it out among the sites that do it."""
