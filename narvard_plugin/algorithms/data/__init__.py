"""Tools that make and fill the workspace and the network."""
