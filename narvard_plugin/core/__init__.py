"""Pure computation on arrays and tables; knows nothing of QGIS."""
