"""Reports that others read: atlases of a region's areas."""
