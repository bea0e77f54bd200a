"""What can go wrong around the plugin, made to go wrong: each place is held to a promise by a test that `held.py` names."""
