"""A record → a folder of Parquet tables, one for each kind of line of `parley export jsonl`, and a manifest that says what they are.

Nothing is left out. Lists and parts stay nested (DuckDB, Arrow and pandas read them); days are ISO 8601 text; offsets count code points.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections import defaultdict

import pyarrow as pa
import pyarrow.parquet as pq

from parley.publish.exports.columns import schemas
from parley.publish.exports.content import Content
from parley.publish.exports.figures import Counting
from parley.publish.exports.outcome import Export, inert_json
from parley.record import Line, export_lines

_HALF = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_AS_JSON = ("configuration", "inputs", "counts")
_FORMAT = "parley-parquet/1"


def export(content: Content, counting: Counting) -> Export:
    """Makes all tables, empty ones included, so that a query never misses one."""
    lines: dict[str, list[Line]] = defaultdict(list)
    for line in export_lines(content.pages, content.articles, content.view, content.issues, content.decisions, content.runs):
        lines[str(line["kind"])].append(line)
    unknown = lines.keys() - schemas().keys()
    if unknown:
        raise ValueError(f"no table for {sorted(unknown)}")
    files = {f"{kind}.parquet": _table_file(lines[kind], schema) for kind, schema in schemas().items()}
    return Export({**files, "manifest.json": _manifest(content, files, {kind: len(lines[kind]) for kind in schemas()})})


def _table_file(lines: list[Line], schema: pa.Schema) -> bytes:
    rows = [_row(line, schema) for line in lines]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), out, compression="zstd")
    return out.getvalue()


def _row(line: Line, schema: pa.Schema) -> dict[str, object]:
    missing = line.keys() - {"kind", *schema.names}
    if missing:
        raise ValueError(f"no column for {sorted(missing)} of {line['kind']}")
    return {name: _whole(json.dumps(value, sort_keys=True) if name in _AS_JSON else value) for name in schema.names for value in [line.get(name)]}


def _whole(value: object) -> object:
    """Text without half characters, which Arrow, being UTF-8, cannot hold."""
    if isinstance(value, str):
        return value.translate(_HALF)
    if isinstance(value, dict):
        return {key: _whole(part) for key, part in value.items()}
    return [_whole(part) for part in value] if isinstance(value, list) else value


def _manifest(content: Content, files: dict[str, bytes], rows: dict[str, int]) -> bytes:
    run = content.last_run()
    tables = [
        {
            "name": kind,
            "file": f"{kind}.parquet",
            "rows": rows[kind],
            "sha256": hashlib.sha256(files[f"{kind}.parquet"]).hexdigest(),
            "columns": [{"name": field.name, "type": str(field.type)} for field in schema],
        }
        for kind, schema in schemas().items()
    ]
    made = {"run": run.id, "started": run.started, "code": run.code, "model": run.model, "lexicon": run.lexicon} if run else None
    manifest = {"format": _FORMAT, "offsets": "Unicode code points, end exclusive", "record": made, "tables": tables}
    return (inert_json(manifest, indent=1) + "\n").encode()
