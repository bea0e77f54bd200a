"""The scripts that the Makefile calls; run them from the top of the checkout, as ``python3 -m tools.package``."""
