"""What a bundle is and how it is read: packs of sites, carried by a stick or a bad line.

All but `making/`, which writes it, needs zstandard alone.
"""
