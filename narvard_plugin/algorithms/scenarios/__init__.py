"""Tools about scenarios and siting."""
