"""The size figures of the house style: small files, small functions, few arguments."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

SOURCE = Path(__file__).parents[2] / "src" / "parley"
Function = ast.FunctionDef | ast.AsyncFunctionDef


def file_lengths() -> dict[str, int]:
    return {str(path.relative_to(SOURCE)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCE.rglob("*.py")}


def functions() -> Iterator[tuple[str, Function]]:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                yield f"{path.relative_to(SOURCE)}:{node.name}", node


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_over_400_lines() -> None:
    assert {name: size for name, size in file_lengths().items() if size > 400} == {}


def test_files_are_small() -> None:
    sizes = [size for name, size in file_lengths().items() if not name.endswith("__init__.py")]
    assert median(sizes) <= 100
    assert quantiles(sizes, n=10)[-1] <= 250


def test_functions_are_small() -> None:
    sizes = {name: length(node) for name, node in functions()}
    assert median(sizes.values()) <= 10
    assert quantiles(sizes.values(), n=10)[-1] <= 30
    long = {name: size for name, size in sizes.items() if size > 60}
    assert len(long) <= 0.015 * len(sizes), long


def test_no_function_takes_more_than_six_arguments() -> None:
    counts = {name: len([*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]) for name, node in functions()}
    wide = {name: count for name, count in counts.items() if count > 7}  # a configuration value is due past six; `self` is not counted
    assert wide == {}
