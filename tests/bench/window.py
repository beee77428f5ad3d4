#!/usr/bin/python3
"""Prints how long the window takes to show, how long its frames take while something is dragged,
and how soon another segment, page or editor is on screen.

Run inside a private desktop:  tests/window/desktop.sh tests/bench/window.py BUILD [--outcome] [CUSTOMERS[xSNAPSHOTS]…]
With --outcome the export has a column of who churned, which is chosen on the page Validate, and only weights
are dragged, with the scoreboard beside the sliders.
Times are read from the program's own debug lines (G_MESSAGES_DEBUG=Bellwether), which carry the
monotonic clock; the minimal libadwaita window is measured in the same run. On a machine that has
other things to do, the processor's milliseconds are the ones to trust."""
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
outcome = "--outcome" in sys.argv
sizes = [word for word in sys.argv[2:] if not word.startswith("--")]
sizes = sizes or (["7000", "100000"] if outcome else ["7000x12", "100000x12", "1000000"])
source = pathlib.Path(__file__).resolve().parents[2]
os.environ.update(G_MESSAGES_DEBUG="Bellwether", GSETTINGS_SCHEMA_DIR=str(build / "data"),
                  BELLWETHER_DATADIR=str(source / "data"), BW_SOURCE_ROOT=str(source))
sys.path.insert(0, str(source / "tests/window"))
from driver import Window, run, until  # needs the environment above

PATIENCE = 300.0
POOL = 50000  # so many different rows of numbers; more customers have the same again

METRICS = ["Logins", "Active users", "Sessions", "Features used", "NPS", "CSAT", "Tickets", "Overdue days",
           "Meetings", "Training hours", "Seats used", "Replies", "Exports", "Reports", "Integrations", "Invitations",
           "Comments", "Projects", "Dashboards", "Alerts"]
SEGMENTS = ["All customers", "Enterprise,", "Mid-market,", "Small,"]
PAGES = {"distribution": "ctrl+1", "trends": "ctrl+2", "customers": "ctrl+3", "compare": "ctrl+4"}


def make_export(path, rows, snapshots):
    draw = random.Random(7)
    pool = []
    for _ in range(min(rows * snapshots, POOL)):
        health = draw.gauss(0.6, 0.2)
        values = [f"{max(0, health + draw.gauss(0, 0.2)) * 100:.1f}" if draw.random() > 0.03 else "" for _ in METRICS]
        values += [["No", "Yes"][draw.random() < 0.5 - 0.5 * health]] * outcome
        pool.append(",".join(values))
    with open(path, "w") as out:
        out.write("Customer ID,Name,Segment,ARR," + ("Snapshot date," if snapshots > 1 else "")
                  + ",".join(METRICS + ["Churned"] * outcome) + "\n")
        for month in range(snapshots):
            date = f"2026-{month + 1:02}-28," if snapshots > 1 else ""
            for i in range(rows):
                out.write(f"C{i},Customer {i},{('Enterprise', 'Mid-market', 'Small')[i % 3]},{i * 7919 % 89000 + 1000},"
                          f"{date}{pool[draw.randrange(len(pool))]}\n")


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


def take_import(window, rows, snapshots):
    until(lambda: window.find("label", part=f"{rows * snapshots:,} rows"), "the import dialog", PATIENCE)
    window.press("push button", name="_Import Import")
    time.sleep(1 + rows * snapshots / 500000)
    alone(window)
    until(lambda: window.find("label", part=f"{rows:,} customers"), "the customers", PATIENCE)


class Log:
    """What the program has said since it was last asked."""

    def __init__(self, window):
        self.path = window.log
        self.read = os.path.getsize(self.path)

    def more(self):
        with open(self.path, encoding="utf-8") as log:
            log.seek(self.read)
            text = log.read()
            self.read = log.tell()
        return text


def show(values):
    if not values:
        return "none"
    return (f"least {min(values):.1f}, median {statistics.median(values):.1f}, "
            f"95 % {sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]:.1f}")


def tell_frames(what, text):
    frames = re.findall(r"frame took ([\d.]+) ms, painting ([\d.]+) ms, processor ([\d.]+) ms", text)
    whole, painting, processor = ([float(frame[i]) for frame in frames[1:]] for i in range(3))
    print(f"  {what}: {len(whole)} frames: {show(whole)} ms; painting {show(painting)} ms; "
          f"processor {show(processor)} ms", flush=True)


def sway(log, start, left, right, moves=150):
    """Takes what is at a place and carries it to and fro; says what the program said meanwhile."""
    steps = ["mousemove", *start, "sleep", 0.1, "mousedown", 1]
    for i in range(moves):
        at = abs((i % 60) - 30) / 30
        steps += ["mousemove", round(left + (right - left) * at), start[1], "sleep", 0.016]
    log.more()
    run("xdotool", *map(str, steps))
    text = log.more()
    run("xdotool", "mouseup", "1")
    return text


def drag_weight(window, log, name, moves=150):
    slider = until(lambda: window.find("slider", name), "a slider", PATIENCE)
    knob = window.place(slider, 0.06 + 0.88 * window.value(slider) / 100)
    return sway(log, knob, window.place(slider, 0.1)[0], window.place(slider, 0.9)[0], moves)


def drag_edge(window, log):
    chart = window.get("list", "Distribution")
    edge = next(point for point in chart.children() if (point.get_name() or "").startswith("Healthy begins at"))
    at = window.place(edge)
    return sway(log, at, window.place(chart, 0.5)[0], window.place(chart, 0.9)[0])


def drag_scale(window, log):
    handle = until(lambda: window.find("list item", part="score 100") or window.find("list item", part="scores 100"),
                   "a handle of the scale")
    at = window.place(handle)
    return sway(log, at, at[0] - 120, at[0] + 40)


def view_after(log, what, act):
    """Milliseconds from the input to the first frame with the new view in it: by the clock, and of the processor."""
    log.more()
    text = ""
    act()

    def shown():
        nonlocal text
        text += log.more()
        return "another view at" in text
    until(shown, what)
    inputs = [int(at) for at in re.findall(r"input at (\d+)", text.split("another view")[0])]
    time.sleep(0.4)
    at, processor = re.search(r"another view at (\d+), processor ([\d.]+) ms", text).groups()
    return (int(at) - inputs[-1]) / 1000, float(processor)


def tell_views(times):
    """Each time by the clock, and in brackets what it took of the processor."""
    return ", ".join(f"{wall:.0f} ({processor:.0f})" for wall, processor in times)


def tell_spread(times):
    return f"{show([wall for wall, _ in times])}; processor {show([processor for _, processor in times])} ms"


def measure_views(window, log):
    for page, key in list(PAGES.items())[1:]:
        home = lambda: window.keys(PAGES["distribution"])
        times = []
        back = []
        for _ in range(4):
            times.append(view_after(log, page, lambda: window.keys(key)))
            back.append(view_after(log, "distribution", home))
        print(f"  {page}: first {tell_views(times[:1])}, then {tell_views(times[1:])} ms; back {tell_views(back)} ms",
              flush=True)


def measure_segments(window, log, page):
    window.keys(PAGES[page])
    time.sleep(0.5)
    rows = [window.get("list item", part=part) for part in SEGMENTS]
    window.click(rows[-1])
    time.sleep(1)
    times = [view_after(log, part, lambda row=row: window.click(row)) for _ in range(2) for part, row in zip(SEGMENTS, rows)]
    print(f"  segments on {page}: first {tell_views(times[:4])}; then {tell_spread(times[4:])}", flush=True)


def choose_outcome(window):
    """As a user does, unless it was taken unasked."""
    window.keys("ctrl+5")
    until(lambda: window.find("label", part="Caught in") or window.find("label", part="Does the Score Tell"),
          "the page Validate", PATIENCE)
    if not window.find("label", part="Caught in"):
        window.turn("Outcome", "Home", "Down")
    until(lambda: window.find("label", part="Caught in"), "who was caught", PATIENCE)


def measure_outcome(window, log):
    choose_outcome(window)
    for page, key in {"distribution": "ctrl+1", "validate": "ctrl+5"}.items():
        window.keys(key)
        time.sleep(2)
        until(lambda: window.find("push button", "The score against who left"), "the scoreboard", PATIENCE)
        tell_frames(f"weight, the scoreboard on, {page}", drag_weight(window, log, METRICS[0]))
        time.sleep(2)


def measure(path, rows, snapshots):
    print(f"{rows:,} customers, {snapshots} snapshots, {len(METRICS)} metrics; load {os.getloadavg()[0]:.1f}", flush=True)
    with Window(build / "src/bellwether", str(path)) as window:
        run("xdotool", "mousemove", "1590", "990")
        take_import(window, rows, snapshots)
        log = Log(window)
        window.click(until(lambda: window.find("list item", part="Enterprise,"), "a segment", PATIENCE))
        time.sleep(2 + rows * snapshots / 100000)  # scores through time, names and what else is worked out beside
        if outcome:
            measure_outcome(window, log)
            return
        text = drag_weight(window, log, METRICS[0])
        tell_frames("weight", text)
        print(f"    nudge {show([float(f) for f in re.findall(r'nudge took ([0-9.]+) ms', text)])} ms", flush=True)
        time.sleep(0.6)  # the draws have just begun
        tell_frames("weight, the worker at its draws", drag_weight(window, log, METRICS[0], moves=12))
        tell_frames("edge of a band", drag_edge(window, log))
        time.sleep(2 + rows * snapshots / 100000)
        measure_views(window, log)
        for page in PAGES:
            if page != "trends" or snapshots > 1:  # without them that page has nothing but a word on it
                measure_segments(window, log, page)
        window.keys(PAGES["distribution"])
        window.click(window.get("list item", part="Enterprise,"))
        time.sleep(1)
        edit = window.get("push button", f"Edit {METRICS[0]}")
        times = []
        for _ in range(3):
            times.append(view_after(log, "the editor", lambda: window.click(edit)))
            if len(times) < 3:
                view_after(log, "the page", lambda: window.keys("Escape"))
        print(f"  metric editor: first {tell_views(times[:1])}, then {tell_views(times[1:])} ms", flush=True)
        time.sleep(1)
        text = drag_scale(window, log)
        tell_frames("handle of a scale", text)
        print(f"    try {show([float(f) for f in re.findall(r'try took ([0-9.]+) ms', text)])} ms", flush=True)


def main():
    minimal = median(first_frame, build / "tests/bench/minimal-window")
    sample = median(first_frame, build / "src/bellwether", "--sample")
    print(f"start to first frame: minimal window {minimal:.0f} ms, bellwether --sample {sample:.0f} ms "
          f"({sample / minimal:.2f} times)", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            rows, _, snapshots = size.partition("x")
            path = pathlib.Path(folder) / f"accounts-{size}.csv"
            make_export(path, int(rows), int(snapshots or 1))
            measure(path, int(rows), int(snapshots or 1))
            path.unlink()


main()
