"""Facilities from outside: what their words, codes and coordinates mean, and which are the same. Nothing is guessed."""
