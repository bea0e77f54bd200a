"""A region's atlas: what its chapters hold, how figures compare, and the sentences about them."""
