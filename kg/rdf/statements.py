"""Statements as tuples of text, of two kinds: as what is read becomes them, and as they are written."""

Triple = tuple[str, str, str]  # subject and predicate as IRIs without brackets, the object as N-Triples writes it
WrittenTriple = tuple[str, str, str]  # each term as N-Triples writes it
Quad = tuple[str, str, str, str]  # subject, predicate, object and graph, each as N-Quads writes it
