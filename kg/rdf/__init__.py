"""RDF without an engine: terms, IRIs, literals and statements as text, and questions as tokens."""
