"""Outside formats, read as they come: nothing in them is trusted."""
