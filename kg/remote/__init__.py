"""A store that another program keeps: asked and written over the network by the standard protocols of SPARQL 1.1."""
