"""Small drawings for pages and reports: axes, bars and curves as SVG that a browser and Qt both draw.

Only what SVG Tiny knows is used, and every colour and size stands in the element itself, so that a drawing looks the same
alone, in a page and in a report. Every text is escaped. Colours differ in lightness too, and every second fill is hatched:
what is told apart in colour is told apart in black-and-white print and by the colour-blind.
"""
