"""Six verbs over Arrow batches and one SQL text: on the cores of this machine, or on Spark.

    with open_engine("pool") as engine:
        for batch in engine.keep(batches, step, folder):
            ...

| verb | does |
|---|---|
| `read` | shard files → batches |
| `map` | runs a step on each batch, anywhere, in any order; answers come in order |
| `keep` | like `map`, but what is finished is a file, and a file that is there is not made again |
| `sql` | runs one SQL text over tables |
| `scalar` | the one value of an SQL text |
| `write` | a batch → a shard file, whole or not at all |
"""

from parley.engine.choice import DEFAULT, load_ahead, open_engine
from parley.engine.step import Step, batched
from parley.engine.verbs import Engine

__all__ = ["DEFAULT", "Engine", "Step", "batched", "load_ahead", "open_engine"]
