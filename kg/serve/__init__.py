"""The graph as a local site: pages rendered here, files of our own, no address of anybody else's.

`app` puts the parts together, `settings` says how it was started, `library` keeps the store open and notices when it
changed, `guard` says who may ask, `pages` answers people, `curate` takes their decisions.
"""
