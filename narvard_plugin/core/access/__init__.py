"""Access to care: who reaches what, and how far it is."""
