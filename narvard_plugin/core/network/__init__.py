"""Roads as arrays, and reach along them."""
