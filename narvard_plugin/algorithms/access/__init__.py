"""Tools for access to care and catchments."""
