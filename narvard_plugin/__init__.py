"""Närvård: planning care close to people, in QGIS."""


def classFactory(iface):
    from .plugin import NarvardPlugin

    return NarvardPlugin(iface)
