"""Every algorithm of the provider; a new one is one more line here."""

ALGORITHMS: tuple[type, ...] = ()
