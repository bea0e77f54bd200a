"""Tools for the region's part in municipal planning."""
