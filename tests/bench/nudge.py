#!/usr/bin/python3
"""One nudge of a held slider: Bellwether, a plain read of the same bytes, and numpy, side by side.

Run by hand on an idle machine: meson compile -C BUILD bench-nudge-beside-numpy
or, for sizes of your own: tests/bench/nudge.py BUILD/tests/bench/bench-nudge 100000 1000000
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import subprocess
import sys
import time

import numpy as np

GROUPS = [0, 0, 0, 1, 1, 1, 2, 2, 3, 3]
MOVED = 0
SHARE = 0.1
STOP = 0.4
SIZES = [1_000_000, 10_000_000]


def chance(i):
    """Numbers from 0 to 1 that depend on i alone, as in nudge.c."""
    z = (i + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z ^= z >> np.uint64(31)
    return (z >> np.uint64(11)) * 2.0 ** -53


def customers(n):
    rows = np.arange(n, dtype=np.uint64) * np.uint64(32)
    metrics = []
    for metric in range(len(GROUPS)):
        g = 100 * chance(rows + np.uint64(metric))
        g[chance(rows + np.uint64(16 + metric)) < 0.03] = np.nan
        metrics.append(np.minimum(np.maximum(g / 100, 0), 1) * 100)
    return metrics, np.floor(100000 * chance(rows + np.uint64(len(GROUPS))))


class Held:
    """What the drag does not change, summed once, as in Bellwether; then each nudge is numpy alone."""

    def __init__(self, metrics, money):
        n = len(money)
        self.money = money
        self.others, self.others_weight = np.zeros(n), np.zeros(n)
        self.own, self.own_present, self.own_all = np.zeros(n), np.zeros(n), 0.0
        self.covered = np.zeros(n)
        for group in sorted(set(GROUPS)):
            members = [i for i, g in enumerate(GROUPS) if g == group and i != MOVED]
            weighted = sum(SHARE * np.nan_to_num(metrics[i]) for i in members)
            present = sum(SHARE * ~np.isnan(metrics[i]) for i in members)
            self.covered += present
            if group == GROUPS[MOVED]:
                self.own, self.own_present, self.own_all = weighted, present, SHARE * len(members)
            else:
                with np.errstate(invalid="ignore"):
                    self.others += np.nan_to_num(SHARE * len(members) * weighted / present)
                self.others_weight += SHARE * len(members) * (present > 0)
        self.known = (~np.isnan(metrics[MOVED])).astype(float)
        self.moved = np.nan_to_num(metrics[MOVED])
        self.band = self.nudge(SHARE)[-1]

    def nudge(self, share):
        f = (1 - share) / (1 - SHARE)
        with np.errstate(invalid="ignore", divide="ignore"):
            present = f * self.own_present + share * self.known
            weight = share + f * self.own_all
            own = (f * self.own + share * self.moved) / present
            some = present > 0
            score = f * self.others + np.where(some, weight * own, 0)
            score /= f * self.others_weight + weight * some
            score *= 1e9
            score += 0.5
            np.floor(score, out=score)
            score /= 1e9
        enough = f * self.covered + share * self.known >= 0.5 - 1e-9
        scored = score if enough.all() else score[enough]
        bins = np.bincount(np.minimum((scored * 0.5).astype(np.int32), 49), minlength=50)
        band = (score >= 40).astype(np.int8) + (score >= 70)
        band[~enough] = 5
        counts = np.bincount(band, minlength=6)
        money = np.bincount(band, weights=self.money, minlength=6)
        moves = band != self.band if hasattr(self, "band") else np.zeros(len(band), bool)
        return scored.mean(), bins, counts, money, moves.sum(), self.money[moves].sum(), band


def numpy_nudge(n, runs):
    held = Held(*customers(n))
    times = []
    for i in range(runs):
        begin = time.perf_counter()
        out = held.nudge(SHARE + (STOP - SHARE) * (i + 1) / runs)
        times.append(1000 * (time.perf_counter() - begin))
    return float(np.median(times)), out


def compare(ours, out):
    mean, bins, counts, _money, movers, movers_money, _band = out
    assert abs(float(ours["mean"]) - mean) < 1e-8, (ours["mean"], mean)
    # A score that stands on an edge to nine decimals may fall to either side of it.
    assert sum(abs(int(ours[f"bin-{i}"]) - int(b)) for i, b in enumerate(bins)) <= 2
    assert sum(abs(int(ours[f"band-{i}"]) - int(b)) for i, b in enumerate(counts)) <= 2
    assert abs(int(ours["movers"]) - int(movers)) <= 2
    assert abs(float(ours["movers-money"]) - movers_money) <= 200001


print("ms a nudge (medians); 10 metrics in 4 groups, 3 % missing")
print(f"{'customers':>12} {'threads':>8} {'nudge':>9} {'plain read':>11} {'ratio':>7} {'numpy':>9} {'times':>7}")
for size in [int(text) for text in sys.argv[2:]] or SIZES:
    own_runs, numpy_runs = (41, 11) if size <= 1_000_000 else (15, 3)
    lines = subprocess.run([sys.argv[1], str(size), str(own_runs)], check=True, capture_output=True, text=True).stdout
    values = dict(line.split() for line in lines.splitlines())
    numpy_time, numbers = numpy_nudge(size, numpy_runs)
    compare(values, numbers)
    for threads in (1, 2):
        nudge, read = float(values[f"nudge-{threads}"]), float(values[f"read-{threads}"])
        print(f"{size:12,} {threads:8} {nudge:9.2f} {read:11.2f} {nudge / read:7.2f} {numpy_time:9.1f} "
              f"{numpy_time / nudge:7.1f}")
    print(f"{'':12} prepare {float(values['prepare']):.0f}, score anew {float(values['score']):.0f}, "
          f"begin a drag {float(values['start-2']):.0f}; histogram, bands, mean and movers agree with numpy's")
