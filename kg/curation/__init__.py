"""People's decisions about what was read: taken in as worksheets, kept as words, applied to every reading anew.

`decision` says what a decision is, `kinds` what can be decided, `apply` what follows for a digest, `records` how
decisions stand in the graph, `listing` how they are listed and come back, `writing` how a store takes them, `desk` what
`kg curate` does with a store.
"""
