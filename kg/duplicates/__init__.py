"""The same review told twice: found by what two records say, linked when a person says so, and never merged.

`told` reads what is compared, `compare` weighs two records, `candidates` finds the pairs worth weighing, `decisions`
keeps what people decided.
"""
