"""SPARQL for anybody who asks: the endpoint, the graph store and the forms before them.

`routes` lists the addresses, `protocol` and `graph_store` turn a request into a `Job`, `pool` has it done in a process
that can be ended, `worker` is that process, `engine` answers there, `results` writes what was found.
"""
