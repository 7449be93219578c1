"""The demo's films: three encounters drawn, voiced and filmed by the seed itself, and two samples.

``scripts`` holds what is said and done, ``reel`` draws it, ``making`` films it, ``sowing`` stores it.
"""
