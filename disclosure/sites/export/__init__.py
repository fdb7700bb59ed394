"""One site to be handed on: as a zip file that opens from a disk, as a ZIM file for phones."""
