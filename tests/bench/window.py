#!/usr/bin/python3
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

build = pathlib.Path(sys.argv[1]).resolve()
sizes = [int(a) for a in sys.argv[2:]] or [7000, 100000, 1000000]
source = pathlib.Path(__file__).resolve().parents[2]
os.environ.update(G_MESSAGES_DEBUG="Bellwether", GSETTINGS_SCHEMA_DIR=str(build / "data"),
                  BELLWETHER_DATADIR=str(source / "data"), BW_SOURCE_ROOT=str(source))
sys.path.insert(0, str(source / "tests/window"))
from driver import Window, run, until  # needs the environment above

PATIENCE = 300.0

METRICS = ["Logins", "Active users", "Sessions", "Features used", "NPS", "CSAT", "Tickets", "Overdue days",
           "Meetings", "Training hours", "Seats used", "Replies", "Exports", "Reports", "Integrations", "Invitations",
           "Comments", "Projects", "Dashboards", "Alerts"]


def make_export(path, rows):
    draw = random.Random(7)
    with open(path, "w") as out:
        out.write("Customer ID,Name,Segment,ARR," + ",".join(METRICS) + "\n")
        for i in range(rows):
            health = draw.gauss(0.6, 0.2)
            values = [f"{max(0, health + draw.gauss(0, 0.2)) * 100:.1f}" if draw.random() > 0.03 else "" for _ in METRICS]
            out.write(f"C{i},Customer {i},{('Enterprise', 'Mid-market', 'Small')[i % 3]},{draw.randrange(1000, 90000)},"
                      + ",".join(values) + "\n")


def first_frame(*command):
    begin = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as program:
        for line in program.stdout:
            found = re.search(r"first frame at (\d+)", line)
            if found:
                program.terminate()
                return int(found[1]) / 1000 - begin * 1000
    raise SystemExit(f"{command[0]} showed no frame")


def median(function, *args, runs=7):
    function(*args)
    return statistics.median(function(*args) for _ in range(runs))


def alone(window):
    """Waits on the display alone until no dialog is left: see Window.dismiss."""
    calm = 0
    while calm < 10:
        calm = calm + 1 if window.x_windows() == [window.x_window] else 0
        time.sleep(0.1)


def take_import(window, rows):
    until(lambda: window.find("label", part=f"{rows:,} rows"), "the import dialog", PATIENCE)
    window.press("push button", name="_Import Import")
    time.sleep(1 + rows / 500000)
    alone(window)
    until(lambda: window.find("label", part=f"{rows:,} customers"), "the customers", PATIENCE)


def drag(path, rows):
    """Opens the export, drags the first weight to and fro, and returns the frames and passes it saw."""
    with Window(build / "src/bellwether", str(path)) as window:
        run("xdotool", "mousemove", "1590", "990")
        take_import(window, rows)
        window.click(until(lambda: window.find("list item", part="Enterprise,"), "a segment", PATIENCE))
        slider = until(lambda: window.find("slider"), "a slider", PATIENCE)
        knob = window.place(slider, 0.06 + 0.88 * window.value(slider) / 100)
        left, right = window.place(slider, 0.1)[0], window.place(slider, 0.9)[0]
        time.sleep(2 + rows / 250000)  # scores through time and names catch up
        steps = ["mousemove", *knob, "sleep", 0.1, "mousedown", 1]
        for i in range(180):
            at = abs((i % 60) - 30) / 30
            steps += ["mousemove", round(left + (right - left) * at), knob[1], "sleep", 0.016]
        run("xdotool", *map(str, steps), "mouseup", "1")
        time.sleep(1)
        with open(window.log, encoding="utf-8") as log:
            text = log.read()
        return ([float(f) for f in re.findall(r"frame took ([\d.]+) ms", text)],
                [float(f) for f in re.findall(r"nudge took ([\d.]+) ms", text)])


def percentile(values, p):
    return sorted(values)[min(len(values) - 1, int(p * len(values)))]


def main():
    minimal = median(first_frame, build / "tests/bench/minimal-window")
    sample = median(first_frame, build / "src/bellwether", "--sample")
    print(f"start to first frame: minimal window {minimal:.0f} ms, bellwether --sample {sample:.0f} ms "
          f"({sample / minimal:.2f} times)", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            path = pathlib.Path(folder) / f"accounts-{rows}.csv"
            make_export(path, rows)
            frames, nudges = drag(path, rows)
            print(f"drag at {rows:,} customers: {len(frames)} frames, median {statistics.median(frames):.1f} ms, "
                  f"95 % {percentile(frames, 0.95):.1f} ms; nudge median {statistics.median(nudges):.2f} ms, "
                  f"95 % {percentile(nudges, 0.95):.2f} ms", flush=True)


main()
