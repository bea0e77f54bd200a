"""Documents that people read: statements, annexes, pages for a meeting."""
