"""The whole program against a careful reader's notes: what `parley export jsonl` writes, compared kind by kind."""
