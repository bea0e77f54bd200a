"""Between QGIS and core: layers to arrays and back."""
