"""The saved questions for programs, the themes for reconciliation, and what the data is.

`routes` lists the addresses; `questions` answers, `openapi` describes; `reconcile` finds themes by their words;
`catalogue` tells of the data in VoID and DCAT.
"""
