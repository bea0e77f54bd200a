"""Help pages of the tools and ready-made models, made from the tools themselves: ``python3 -m tools.help``."""
