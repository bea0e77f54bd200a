"""A whole region fetched from nothing in one run, against the made-up county's own servers."""
