"""Who vouches for what: keys, the signed lists of site versions, and how a mirror believes them.

The Update Framework (python-tuf) over hashes of site versions only; the files themselves travel in
packs whose hashes are signed here.
"""
