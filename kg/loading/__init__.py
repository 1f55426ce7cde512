"""From files to what a store takes: which files, what is new in them, processes that read them, parts and batches."""
