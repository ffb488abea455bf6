"""The best one-to-one pairing of two sets (Kuhn–Munkres with potentials), for CEAF."""

from __future__ import annotations

from collections.abc import Sequence


def best_total(gains: Sequence[Sequence[float]]) -> float:
    """Returns the largest sum of `gains[i][j]` over pairings that use every row and column at most once; gains are not negative."""
    rows, columns = len(gains), len(gains[0]) if gains else 0
    if rows > columns:
        return best_total([[gains[i][j] for i in range(rows)] for j in range(columns)])
    infinity = float("inf")
    row_price, column_price, taken_by, came_from = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken_by[0], column = row, 0
        least, used = [infinity] * (columns + 1), [False] * (columns + 1)
        while True:
            used[column], here, delta, then = True, taken_by[column], infinity, 0
            for j in range(1, columns + 1):
                if not used[j]:
                    cost = -gains[here - 1][j - 1] - row_price[here] - column_price[j]
                    if cost < least[j]:
                        least[j], came_from[j] = cost, column
                    if least[j] < delta:
                        delta, then = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    row_price[taken_by[j]] += delta
                    column_price[j] -= delta
                else:
                    least[j] -= delta
            column = then
            if taken_by[column] == 0:
                break
        while column:
            taken_by[column] = taken_by[came_from[column]]
            column = came_from[column]
    return sum(gains[taken_by[j] - 1][j - 1] for j in range(1, columns + 1) if taken_by[j])
