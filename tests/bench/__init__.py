"""``make bench``: what the travel tools cost beside other ways to the same answer, measured side by side in one run."""
