"""The made-up sample county "Exempellän": everything in it is invented, and the same seed gives the same county."""
