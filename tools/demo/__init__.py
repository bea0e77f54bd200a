"""The demonstration: the sample county from roads and people to maps, a QGIS project and a page that tells the result."""
