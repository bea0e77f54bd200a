"""Widgets; no computation."""
