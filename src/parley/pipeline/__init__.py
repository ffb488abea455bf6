"""Where the rooms meet: pages in, a record out. No other package calls several rooms."""
