"""Reviews and themes as networks: read from a store, linked, measured, parted into groups, drawn, written."""
