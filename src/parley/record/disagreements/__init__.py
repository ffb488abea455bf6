"""Where sources differ: figures, days, doers and denials, judged by a calculus that names its rule.

Few false alarms matter more than many finds: what is not surely the same thing is not compared.
"""
