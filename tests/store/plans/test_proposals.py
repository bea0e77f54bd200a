"""A need of premises is proposed once, in both kinds of store."""

from narvard_plugin.store.plans.proposals import propose_needs

NEED = {
    "municipality": "9901",
    "place": "Nyhem",
    "service": "vardcentral",
    "earliest_year": 2030,
    "basis": "Tre planer",
}


def test_a_need_is_proposed_until_it_is_met(workspace):
    other = {**NEED, "place": "Ekhamn", "earliest_year": None}
    found = propose_needs(workspace, [NEED, other], [(536_000.5, 6_474_000.0), (537_000.0, 6_475_000.0)])
    assert found == (["Nyhem", "Ekhamn"], [])
    assert propose_needs(workspace, [NEED], [(536_000.5, 6_474_000.0)]) == ([], ["Nyhem"])
    rows = workspace.read("local_needs").set_index("place")
    assert set(rows["status"]) == {"identifierat"} and set(rows["row_version"]) == {1}
    assert int(rows.loc["Nyhem", "earliest_year"]) == 2030 and rows.loc["Ekhamn"].isna()["earliest_year"]
    key = {"need_id": rows.loc["Nyhem", "need_id"]}
    workspace.change("local_needs", key, {"status": "tillgodosett"}, row_version=1)
    assert propose_needs(workspace, [NEED], [(536_000.5, 6_474_000.0)]).added == ["Nyhem"]
