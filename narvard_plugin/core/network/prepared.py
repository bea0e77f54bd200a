"""What a network gives for one way of travelling, whatever the facilities: made once and kept for the next question.

A scenario moves one facility among many and asks again. The times of all arcs, the roads that people and the other
facilities stand on: all that stays as it was, and only the search itself is run anew.

Tools run in threads and share what is kept. So an answer is held by whoever asked for it, and what another thread throws out
meanwhile is only found anew.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from .modes import MODES
from .network import Costs, Network, costs_of
from .search import Search
from .snap import Attached, Places, attach_facilities, attach_origins

# Minutes per metre that find the length of a fastest way: small enough that only ways equal to within a hundredth of a second
# change places (over 100 km), large enough that a float still holds a millimetre of the difference.
MINUTES_PER_METRE = 1e-9
_KEPT_ORIGINS = 2  # sets of people whose roads are kept
_KEPT_FACILITIES = 20_000
_KEPT_WAYS = 4  # modes and speed factors of one network


@dataclass(frozen=True, eq=False)
class Prepared:
    """One ``network`` travelled by one ``mode`` with one ``speed_factor``."""

    network: Network
    mode: str
    speed_factor: float
    _searches: dict = field(default_factory=dict)
    _facilities: dict = field(default_factory=dict)
    _origins: OrderedDict = field(default_factory=OrderedDict)

    @cached_property
    def costs(self) -> Costs:
        return costs_of(self.network, self.mode, self.speed_factor)

    @cached_property
    def lengthened_costs(self) -> Costs:
        """The costs with ``MINUTES_PER_METRE`` on top: the difference in a fastest way's minutes tells its metres."""
        extra = self.network.metres * MINUTES_PER_METRE
        whole = extra[self.network.first[1:] - 1]
        plain = self.costs
        return Costs(
            plain.forward + whole, plain.backward + whole, plain.vertex_forward + extra, plain.vertex_backward + extra
        )

    def search(self, towards: bool, lengthened: bool = False) -> Search:
        """The network as searched from facilities; ``towards`` them people travel, or away from them."""
        key = (towards, lengthened)
        if key not in self._searches:
            costs = self.lengthened_costs if lengthened else self.costs
            self._searches[key] = Search(self.network, costs, reverse=towards)
        return self._searches[key]

    def facilities(self, xy: np.ndarray, limit_m: float) -> Attached:
        """Where facilities at ``xy`` (f, 2) stand; only those not asked about before are looked for."""
        keys = [(x, y, limit_m) for x, y in xy.tolist()]
        attached = {key: self._facilities.get(key) for key in keys}
        fresh = [row for row, key in enumerate(keys) if attached[key] is None]
        if fresh:
            found = attach_facilities(self.network, self.mode, xy[fresh], limit_m)
            rows = zip(*found.places, found.outside, found.nearer_elsewhere)
            attached.update(zip([keys[row] for row in fresh], rows))
            if len(self._facilities) > _KEPT_FACILITIES:
                self._facilities.clear()
            self._facilities.update(attached)
        link, vertex, share, offroad_m, outside, nearer = zip(*(attached[key] for key in keys))
        places = Places(np.array(link), np.array(vertex), np.array(share, float), np.array(offroad_m, float))
        return Attached(places, np.array(outside, bool), np.array(nearer, bool))

    def origins(self, xy: np.ndarray, limit_m: float, facilities: Places) -> Attached:
        """Where people at ``xy`` (n, 2) meet the roads that lead to ``facilities``."""
        component = self.network.weak[MODES.index(self.mode)]
        served = np.unique(component[self.network.link_from[facilities.link[facilities.link >= 0]]])
        points = hashlib.sha256(np.ascontiguousarray(xy, float).tobytes()).digest()
        key = (points, limit_m, served.tobytes())
        attached = self._origins.get(key)
        if attached is None:
            attached = self._origins[key] = attach_origins(self.network, self.mode, xy, limit_m, facilities)
            while len(self._origins) > _KEPT_ORIGINS:
                self._origins.popitem(last=False)
        return attached


def prepared(network: Network, mode: str, speed_factor: float = 1.0) -> Prepared:
    """What ``network`` holds ready for ``mode``; made at the first question, and gone with the network."""
    key = (mode, speed_factor)
    found = network.kept.get(key)
    if found is None:
        found = network.kept[key] = Prepared(network, mode, speed_factor)
        for oldest in list(network.kept)[:-_KEPT_WAYS]:
            network.kept.pop(oldest, None)
    return found
