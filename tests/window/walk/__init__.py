"""A walk through QGIS as a planner takes it, from the first question to the published folder, with a picture of every step."""
