"""What each type of check measures, on QGIS layers: one module per kind, all giving `core.plans.measured.Measured`."""
