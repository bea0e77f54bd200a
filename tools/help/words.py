"""The words of the pages themselves; those of the tools come from the tools."""

from __future__ import annotations

_KINDS = {
    "source": ("lager eller tabell", "layer or table"),
    "sink": ("lager eller tabell", "layer or table"),
    "field": ("fält", "field"),
    "string": ("text", "text"),
    "number": ("tal", "number"),
    "boolean": ("ja eller nej", "yes or no"),
    "enum": ("val", "choice"),
    "file": ("fil", "file"),
    "fileDestination": ("fil som skrivs", "file to write"),
    "folderDestination": ("mapp som skrivs", "folder to write"),
    "rasterDestination": ("raster", "raster"),
    "point": ("punkt i kartan", "point on the map"),
    "extent": ("utbredning i kartan", "extent on the map"),
    "crs": ("koordinatsystem", "coordinate system"),
    "authcfg": ("inloggning sparad i QGIS", "sign-in stored in QGIS"),
    "multilayer": ("flera lager eller filer", "several layers or files"),
    "layer": ("lager eller tabell", "layer or table"),
    "vector": ("lager eller tabell", "layer or table"),
    "raster": ("raster", "raster"),
    "distance": ("tal", "number"),
    "expression": ("uttryck", "expression"),
    "outputVector": ("lager eller tabell", "layer or table"),
    "outputRaster": ("raster", "raster"),
    "outputFile": ("fil", "file"),
    "outputFolder": ("mapp", "folder"),
    "outputHtml": ("sida", "page"),
    "outputNumber": ("tal", "number"),
    "outputString": ("text", "text"),
    "outputBoolean": ("ja eller nej", "yes or no"),
    "outputMultilayer": ("flera lager", "several layers"),
    "outputLayer": ("lager", "layer"),
}
_TEXTS = {
    "product": ("Närvård: verktygens hjälp", "Närvård: help on the tools"),
    "index": ("Alla verktyg", "All tools"),
    "tool": ("Verktyg", "Tool"),
    "model": ("Färdig modell", "Ready-made model"),
    "picture": ("Resultatet på Exempellän", "The result on the sample county"),
    "made_up": (
        "Exempellän är påhittat: ingen uppgift gäller ett verkligt ställe.",
        "The sample county Exempellän is made up: nothing in it is about a real place.",
    ),
    "parameters": ("Det här anger du", "What you give"),
    "more_parameters": ("Fler inställningar (Avancerade parametrar)", "More settings (Advanced parameters)"),
    "results": ("Det här får du", "What you get"),
    "fields": ("Fält i exemplet", "Fields in the example"),
    "field": ("Fält", "Field"),
    "alias": ("Rubrik", "Heading"),
    "optional": ("kan utelämnas", "optional"),
    "required": ("måste anges", "required"),
    "default": ("Förval", "Default"),
    "choices": ("Val", "Choices"),
    "command": ("Samma körning i en terminal", "The same run in a terminal"),
    "command_told": (
        "Kör i mappen där Exempellän ligger (verktyget ”Exempellän (påhittat)”). I Windows skrivs allt på en rad utan \\, och programmet "
        "heter qgis_process-qgis-ltr eller qgis_process-qgis; på Debian 12 heter det qgis_process.bin.",
        "Run it in the folder that holds the sample county (the tool “Sample county (made up)”). On Windows write it on one line "
        "without \\, and the program is qgis_process-qgis-ltr or qgis_process-qgis; on Debian 12 it is qgis_process.bin.",
    ),
    "files": ("Filen {name} innehåller", "The file {name} holds"),
    "before": ("Kör först", "Run first"),
    "tags": ("Sökord", "Search words"),
    "id": ("Id", "Id"),
    "decimal": (",", "."),
    "yes": ("ja", "yes"),
    "no": ("nej", "no"),
    "other": ("In English", "På svenska"),
}

WORDS = {
    language: {
        **{name: both[at] for name, both in _TEXTS.items()},
        "kinds": {name: both[at] for name, both in _KINDS.items()},
    }
    for at, language in enumerate(("sv", "en"))
}
