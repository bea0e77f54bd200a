"""Local servers that behave as the real services do, limits and oddities included, and misbehave on command."""
