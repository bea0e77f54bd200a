"""Readers of plan files against files that are made here: whole, wrong and hostile."""
