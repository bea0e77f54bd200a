from tests.qgis.conftest import county, drop_results, make_layer, provider  # noqa: F401
from tests.qgis.test_regionreport import made_up  # noqa: F401
