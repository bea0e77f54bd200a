"""A disk without room, as a program meets it: writes past a size fail, as they do when the disk is full."""

import contextlib
import resource


@contextlib.contextmanager
def no_more_than(size):
    """Inside the block no file of this process grows past ``size`` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))  # Python ignores the signal that comes with it
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
