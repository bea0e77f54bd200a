"""The documentation site: pages written by hand (``docs/``) and one per tool, made from the tools: ``python3 -m tools.docs``."""
