"""Scenarios: changes to the register, what they mean for people, where to place, and who takes over."""
