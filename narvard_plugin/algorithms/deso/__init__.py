"""Tools about health's geography: need, small areas, and who lives where."""
