"""Travel, services, places at health centres, waiting and what a loss would mean, counted by hand."""

import numpy as np
import pytest

from narvard_plugin.core.access.capacity import Norm, capacity_of
from narvard_plugin.core.atlas.access import Travel, access_topic
from narvard_plugin.core.atlas.care import Centres, Lost, Waiting, capacity_topic, vulnerability_topic, waiting_topic
from narvard_plugin.core.atlas.places import Places
from narvard_plugin.core.atlas.services import Service, services_topic

from .ground import PLACES, words

INF = np.inf
MINUTES = np.array([5.0, 15, 25, INF, 5])


def test_shares_are_of_everybody_and_quantiles_of_those_who_get_there():
    found = access_topic(PLACES, [Travel("primary", "car", MINUTES)], [], "2024", words(), [])
    share = found.figure("access.primary.car.share_20").values
    assert share == pytest.approx([100 * 160 / 210, 100, 0])
    assert found.figure("access.primary.car.median").values.tolist() == [5, 5, 25]
    assert found.figure("access.primary.car.p90").values.tolist() == [25, 15, 25]
    assert found.figure("access.primary.car.unreached").values.tolist() == [30, 0, 30]
    assert found.charts[1][0].series["Med bil"][:3] == pytest.approx([200 / 3, 200 / 3, 100])
    assert found.text[2][0].endswith("30 invånare når inte alls dit på vägnätet.")
    assert "hälften av dem som når fram är framme" in found.text[2][0] and "; hälften är framme" in found.text[1][0]


def test_a_share_that_tells_of_four_is_not_told():
    few = PLACES._replace(people=np.array([100.0, 4, 20, 30, 3]))
    found = access_topic(few, [Travel("primary", "car", MINUTES)], [], "2024", words(), [])
    share = found.figure("access.primary.car.share_10")
    assert np.isnan(share.values[1]) and share.why[1].startswith("visas inte")
    assert found.tables[1][0].rows[0][2] is None and found.charts[1][0].series["Med bil"][0] is None


def test_what_is_hidden_in_an_area_cannot_be_read_off_a_chart_or_a_table_of_another():
    thin = Places(["99", "N", "S", "V"], ["Länet", "Norra", "Södra", "Västra"], np.ones(4), np.array([100.0, 3, 60, 20, 70]),
                  np.array([1, 1, 2, 2, 3]), [], np.array([], int))  # fmt: skip
    minutes = np.array([5.0, 25, 5, 25, 5])
    found = access_topic(thin, [Travel("primary", "car", minutes)], [], "", words(), [])
    share = found.figure("access.primary.car.share_20").values
    assert np.isnan(share).tolist() == [False, True, True, False], (
        "three in Norra are 23 in the region less 20 in Södra"
    )
    for at in range(4):
        curve = found.charts[at][0].series["Med bil"]
        assert (curve[3] is None) == np.isnan(share[at]) and (found.tables[at][0].rows[0][3] is None) == np.isnan(
            share[at]
        )


def test_no_verdict_on_a_number_of_people_beside_the_whole_regions():
    counts = [*access_topic(PLACES, [Travel("primary", "car", MINUTES)], [], "", words(), []).figures,
              *capacity_topic(PLACES, centres(), Norm(1100, 550), "", "", words(), []).figures]  # fmt: skip
    assert {one.unit for one in counts if one.better} == {"%", "min", "listade"}


def test_people_who_cross_the_border_are_told_where_they_live():
    crosses = np.array([False, False, True, False, False])
    found = access_topic(PLACES, [Travel("primary", "car", MINUTES, crosses)], [], "", words(), [])
    assert found.figure("access.primary.car.crossing").values == pytest.approx([100 * 20 / 210, 0, 40])
    assert "För 20 invånare ligger närmaste vårdcentral eller filial i en annan region." in " ".join(found.text[2])


def test_without_travel_the_topic_says_what_to_do():
    topic = access_topic(PLACES, [], [words()("gap.network")], "", words(), []).topic(1, words())
    assert "Skapa vägnätsfil" in topic.missing and not topic.measures and topic.not_measured


def test_services_name_the_farthest_and_what_the_region_lacks():
    near = Service("a", "Förlossning", MINUTES, np.array(["BB", "BB", "Long", "", "BB"], object), 1, 0)
    far = Service("b", "Dialys", MINUTES + 50, np.array(["D"] * 5, object), 0, 1)
    found = services_topic(PLACES, [near, far], "", "", words(), [])
    assert "längst till dialys, med en restid på 55 minuter i median" in found.text[1][0]
    assert "Regionen har i dag inte dialys." in found.text[1][1]
    assert [row[1] for row in found.tables[2][0].rows] == ["Long", "D"]


def centres(listed=(1300.0, 1000, 3)):
    capacity = capacity_of(np.array([1.0, 1, np.nan]), np.array([0.0, 0, 0]), np.array(listed), Norm(1100, 550))
    return Centres(["Ek", "Al", "Bo"], np.array([1, 1, 2]), capacity, np.array([0, 2, 0]))


def test_capacity_counts_the_centres_of_the_place_by_the_norm():
    found = capacity_topic(PLACES, centres(), Norm(1100, 550), "Norm.", "2024", words(), [])
    assert found.figure("capacity.listed_per_gp").values[:2].tolist() == [1150, 1150]
    assert found.figure("capacity.spare_places").values[1] == -100
    assert "Tillsammans har de ungefär 100 fler listade än normen." in found.text[1][1]
    rows = found.tables[1][0].rows
    assert [row[0] for row in rows] == ["Ek", "Al"] and rows[1][5] == "klarar normen*" and rows[0][4] == -200
    assert found.tables[2][0].rows[0][1] is None, "three listed are not told"
    assert np.isnan(found.figure("capacity.listed").values[2])


def test_a_place_without_a_centre_says_so_and_has_no_number():
    moved = centres()._replace(place=np.array([1, 1, 1]))
    topic = capacity_topic(PLACES, moved, Norm(1100, 550), "", "", words(), []).topic(2, words())
    assert topic.text[0].startswith("Det finns ingen öppen vårdcentral i Södra.") and not topic.missing, "that is known"
    assert topic.measures[0].value == 0 and [one.value for one in topic.measures[2:]] == [None, None, None]
    alone = capacity_topic(PLACES, centres()._replace(place=np.array([1, 2, 2])), Norm(1100, 550), "", "", words(), [])
    assert alone.text[1][:2] == [
        "I Norra finns en vårdcentral. Det är 1\u00a0300 listade per heltidsarbetande specialist, mot 1\u00a0150 i hela regionen.",
        "Den har ungefär 200 fler listade än normen.",
    ]


def waits(number, share):
    return Waiting("m", "Väntar på besök", "s", "Höft", np.array(number, float), np.array(share, float), "2024-12", "")


def test_waiting_is_weighed_by_how_many_wait_and_unknown_where_nobody_reports():
    second = waits([100, 100, np.nan], [80, 80, np.nan])._replace(specialty="t")
    found = waiting_topic(PLACES, [waits([300, 100, np.nan], [40, 20, np.nan]), second], words(), [])
    together = found.figure("waiting.m.share_over_90d")
    assert together.values[:2] == pytest.approx([50, 50]) and np.isnan(together.values[2])
    assert found.missing[2].startswith("Ingen enhet i Södra redovisar väntetider.")
    assert "Väntar på besök: 200 väntar, och 50 procent" in found.text[1][0]


def test_a_share_of_few_waiting_is_hidden():
    found = waiting_topic(PLACES, [waits([300, 10, np.nan], [40, 20, np.nan])], words(), [])
    assert np.isnan(found.figure("waiting.m.s.share_over_90d").values[1])
    assert "procent" not in found.text[1][0] and "För få väntar" in found.text[1][0], "nor is it in the text"
    assert found.charts[1][0].series["Norra"] == [None]


def test_what_a_loss_costs_is_over_those_who_have_another():
    second = np.array([15.0, 20, 70, INF, 5])
    lost = Lost(["Ek", "Al"], np.array([1, 2]), np.array([150.0, 20]), np.array([0.0, 0]), np.array([25 / 3, 45]), ["Al", "Ek"],
                MINUTES, second)  # fmt: skip
    found = vulnerability_topic(PLACES, lost, "", words(), [])
    extra = found.figure("vulnerability.primary.extra_minutes").values
    assert extra == pytest.approx([(1000 + 250 + 900 + 0) / 180, 1250 / 150, 45])
    assert found.figure("vulnerability.primary.second_over_30").values == pytest.approx([100 * 50 / 210, 0, 100])
    assert "Ingen skulle få mer än 30 minuter till nästa mottagning." in found.text[1][1]
    assert [row[0] for row in found.tables[0][0].rows] == ["Ek", "Al"]


def losses(affected, stranded, extra, following=("Al", "Ek", "Ek")):
    numbers = (np.array(one, float) for one in (affected, stranded, extra))
    lost = Lost(["Ek", "Al", "Bo"], np.array([1, 1, 2]), *numbers, following, MINUTES, np.array([15.0, 20, 70, INF, 5]))
    found = vulnerability_topic(PLACES, lost, "", words(), [])
    return found.text[1][1], {row[0]: row[1:4] for row in found.tables[0][0].rows}


def test_the_worst_loss_is_told_in_a_sentence():
    text, _ = losses([150, 20, 30], [0, 0, 0], [8, 45, 9])
    assert "Mest skulle Ek saknas: 150 invånare har den närmast" in text and "närmast till Al." in text


def test_a_next_facility_without_a_name_leaves_no_dash_in_the_text():
    text, rows = losses([150, 20, 30], [0, 0, 0], [8, 45, 9], ("", "Ek", "Ek"))
    assert "–" not in text and "saknas" not in text and rows["Ek"] == [150, 0, 8]


def test_where_the_worst_leaves_everybody_without_no_other_is_called_the_worst():
    text, rows = losses([150, 20, 30], [150, 0, 0], [np.nan, 45, 9])
    assert "saknas" not in text and rows["Ek"] == [150, 150, None]


def test_a_number_that_hides_a_small_one_in_the_table_is_not_in_the_text():
    """The 3 of Bo would follow from the sum and the 7 of Al."""
    text, rows = losses([0, 7, 3], [0, 0, 0], [np.nan, 45, 9])
    assert rows["Al"][0] is rows["Bo"][0] is None and "saknas" not in text


def test_few_who_go_on_to_another_do_not_follow_from_those_who_cannot():
    text, rows = losses([50, 20, 90], [48, 10, 0], [30, 45, 9])
    assert rows == {"Ek": [50, None, None], "Al": [20, None, 45], "Bo": [90, 0, 9]}
    assert "saknas" not in text, "Ek is the worst, and what it costs is of two people"
