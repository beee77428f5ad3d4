#!/usr/bin/env python3
"""Prints how long the window takes to show, and how long its frames take while a weight is dragged.

Run inside a private desktop:  tests/window/desktop.sh tests/bench/window.py BUILD [ROWS…]
Times are read from the program's own debug lines (G_MESSAGES_DEBUG=Bellwether), which carry the
monotonic clock; the minimal libadwaita window is measured in the same run."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

build = pathlib.Path(sys.argv[1])
sizes = [int(a) for a in sys.argv[2:]] or [7000, 100000, 1000000]
ENV = dict(os.environ, G_MESSAGES_DEBUG="Bellwether", GSETTINGS_SCHEMA_DIR=str(build / "data"),
           BELLWETHER_DATADIR=str(pathlib.Path(__file__).resolve().parents[2] / "data"))
METRICS = ["Logins", "Active users", "Sessions", "Features used", "NPS", "CSAT", "Tickets", "Overdue days",
           "Meetings", "Training hours"]


def make_export(path, rows):
    draw = random.Random(7)
    with open(path, "w") as out:
        out.write("Customer ID,Name,Segment,ARR," + ",".join(METRICS) + "\n")
        for i in range(rows):
            health = draw.gauss(0.6, 0.2)
            values = [f"{max(0, health + draw.gauss(0, 0.2)) * 100:.1f}" if draw.random() > 0.03 else "" for _ in METRICS]
            out.write(f"C{i},Customer {i},{('Enterprise', 'Mid-market', 'Small')[i % 3]},{draw.randrange(1000, 90000)},"
                      + ",".join(values) + "\n")


def first_frame(argv):
    begin = time.monotonic()
    with subprocess.Popen(argv, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as program:
        for line in program.stdout:
            found = re.search(r"first frame at (\d+)", line)
            if found:
                program.terminate()
                return int(found[1]) / 1000 - begin * 1000
    raise SystemExit(f"{argv[0]} showed no frame")


def median(function, *args, runs=7):
    function(*args)
    return statistics.median(function(*args) for _ in range(runs))


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True, check=True).stdout.strip()


def drag(path):
    """Opens the export, drags the first weight to and fro, and returns the frames and passes it saw."""
    log = tempfile.NamedTemporaryFile("w+", suffix=".log")
    program = subprocess.Popen([build / "src/bellwether", path], env=ENV, stdout=log, stderr=subprocess.STDOUT)
    try:
        sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "window"))
        import drive
        window = drive.Window.attach(program)
        window.take_import(timeout=180)
        slider = window.first_slider()
        x, y, width = window.place_of(slider)
        before = os.path.getsize(log.name)
        steps = ["mousemove", x + width * 0.1, y, "mousedown", 1]
        for i in range(180):
            at = abs((i % 60) - 30) / 30
            steps += ["mousemove", round(x + width * (0.1 + 0.8 * at)), y, "sleep", 0.016]
        xdotool(*steps, "mouseup", 1)
        time.sleep(1)
        log.seek(before)
        text = log.read()
        return ([float(f) for f in re.findall(r"frame took ([\d.]+) ms", text)],
                [float(f) for f in re.findall(r"nudge took ([\d.]+) ms", text)])
    finally:
        program.terminate()
        program.wait(20)


def percentile(values, p):
    return sorted(values)[min(len(values) - 1, int(p * len(values)))]


def main():
    minimal = median(first_frame, [build / "tests/bench/minimal-window"])
    sample = median(first_frame, [build / "src/bellwether", "--sample"])
    print(f"start to first frame: minimal window {minimal:.0f} ms, bellwether --sample {sample:.0f} ms "
          f"({sample / minimal:.2f} times)")
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            path = pathlib.Path(folder) / f"accounts-{rows}.csv"
            make_export(path, rows)
            frames, nudges = drag(path)
            print(f"drag at {rows:,} customers: {len(frames)} frames, median {statistics.median(frames):.1f} ms, "
                  f"95 % {percentile(frames, 0.95):.1f} ms; pass median {statistics.median(nudges):.2f} ms")


main()
