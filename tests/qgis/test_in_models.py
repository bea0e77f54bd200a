"""The tools in a model: a network compiled inside it is used by the next step."""

import pytest
from qgis import processing
from qgis.core import (
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
)


def model_of_two_steps():
    """Roads, facilities and people in; compiled and answered inside."""
    model = QgsProcessingModelAlgorithm("From roads to times", "test")
    for name, kind in (("roads", "Line"), ("facilities", "Point"), ("people", "Point")):
        types = [getattr(QgsProcessing.SourceType, f"TypeVector{kind}")]
        model.addModelParameter(
            QgsProcessingParameterFeatureSource(name, name, types), QgsProcessingModelParameter(name)
        )
    given, value = (
        QgsProcessingModelChildParameterSource.fromModelParameter,
        QgsProcessingModelChildParameterSource.fromStaticValue,
    )
    build = QgsProcessingModelChildAlgorithm("narvard:buildnetwork")
    build.setChildId("build")
    build.addParameterSources("ROADS", [given("roads")])
    build.addParameterSources("PRESET", [value("fields")])
    build.addParameterSources("SPEED_FIELD", [value("speed")])
    model.addChildAlgorithm(build)
    nearest = QgsProcessingModelChildAlgorithm("narvard:nearestfacility")
    nearest.setChildId("nearest")
    nearest.addParameterSources("NETWORK", [QgsProcessingModelChildParameterSource.fromChildOutput("build", "NETWORK")])
    nearest.addParameterSources("FACILITIES", [given("facilities")])
    nearest.addParameterSources("FACILITY_ID", [value("code")])
    nearest.addParameterSources("ORIGINS", [given("people")])
    nearest.addParameterSources("MODE", [value("walk")])
    output = QgsProcessingModelOutput("times", "times")
    output.setChildOutputName("OUTPUT")
    output.setChildId("nearest")
    nearest.setModelOutputs({"times": output})
    model.addChildAlgorithm(nearest)
    return model


@pytest.mark.parametrize("saved", [False, True])
def test_a_network_compiled_in_a_model_is_used_there(make_layer, tmp_path, saved):
    model = model_of_two_steps()
    if saved:  # as a planner keeps it
        path = str(tmp_path / "två steg.model3")
        assert model.toFile(path)
        model = QgsProcessingModelAlgorithm()
        assert model.fromFile(path)
    roads = make_layer("speed:double", [("LINESTRING(0 0, 1000 0)", 50)])
    facilities = make_layer("code:string", [("POINT(1000 0)", "B")])
    people = make_layer("id:string", [("POINT(0 0)", "a")])
    (times,) = (one.name() for one in model.destinationParameterDefinitions())  # each QGIS makes its own name of it
    parameters = {"roads": roads, "facilities": facilities, "people": people, times: "TEMPORARY_OUTPUT"}
    results = processing.run(model, parameters)
    layer = next(value for key, value in results.items() if key.endswith("times"))
    (row,) = layer.getFeatures()
    assert (row["facility_1"], row["minutes_1"]) == ("B", pytest.approx(12.0))  # 1 km at 5 km/h
