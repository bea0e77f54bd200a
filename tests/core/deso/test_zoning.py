"""Areas belong to the zone that is listed nearest to them: themselves, their RegSO, their municipality, their region."""

import pytest

from narvard_plugin.core.deso.vintage import DESO, MUNICIPALITY, OTHER, REGION, REGSO
from narvard_plugin.core.deso.zoning import TwoZones, zones_of_areas

LISTED = [("9901", MUNICIPALITY, "west"), ("9901A0020", DESO, "east"), ("9901R002", REGSO, "middle"), ("98", REGION, "far"), ("9909", MUNICIPALITY, "none")]  # fmt: skip


def test_the_nearest_listing_holds():
    codes = ["9901A0010", "9901A0020", "9901B0010", "9902A0010", "9801A0010", None]
    found = zones_of_areas(codes, DESO, LISTED, {"9901B0010": "9901R002", "9901A0020": "9901R002"})
    assert found.zone.tolist() == ["west", "east", "middle", None, "far", None]
    assert found.unused == ["9909"]


def test_municipalities_and_own_ids():
    assert zones_of_areas(["9901", "9801"], MUNICIPALITY, LISTED).zone.tolist() == ["west", "far"]
    assert zones_of_areas(["9901-1"], OTHER, [("9901", MUNICIPALITY, "west")]).zone.tolist() == [None]


def test_a_code_in_two_zones_is_refused():
    with pytest.raises(TwoZones, match="9901"):
        zones_of_areas(["9901"], MUNICIPALITY, [("9901", MUNICIPALITY, "a"), ("9901", MUNICIPALITY, "b")])
