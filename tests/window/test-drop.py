#!/usr/bin/python3
"""A file dragged from another program's window: looked at and left, then another to it, both imported."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys
import time

from driver import SOURCE_ROOT, Window, run, until

ACCOUNTS = os.path.join(SOURCE_ROOT, "data", "sample", "accounts.csv")
TICKETS = os.path.join(os.path.dirname(ACCOUNTS), "tickets.csv")
SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "drag-source.py")


def drop(window, path):
    source = subprocess.Popen([sys.executable, SOURCE, path])
    try:
        other = until(lambda: run("xdotool", "search", "--onlyvisible", "--name", "^Drag Me$"),
                      "a window to drag from").split()[0]
        run("xdotool", "windowmove", other, "1300", "750")
        time.sleep(1)
        lines = run("xdotool", "getwindowgeometry", "--shell", other).splitlines()
        place = {name: int(number) for name, number in (line.split("=") for line in lines)}
        start = (place["X"] + place["WIDTH"] // 2, place["Y"] + place["HEIGHT"] // 2 + 15)
        window.drag(start, (600, 400), steps=40)
        window.get("label", part="columns")
    finally:
        source.terminate()
        source.wait(10)
    time.sleep(1)


with Window(sys.argv[1], "--sample", size=(1200, 700)) as window:
    window.get("label", "How healthy are all customers?")
    drop(window, ACCOUNTS)
    window.dismiss(lambda: window.keys("Escape"))
    window.get("label", part="Sample data")
    drop(window, ACCOUNTS)
    drop(window, TICKETS)
    window.get("list item", part="tickets.csv")
    window.dismiss(lambda: window.press("push button", part="_Import Import"))
    until(lambda: not window.find("label", part="Sample data"), "the dropped file")
print("dropped, left, dropped twice, imported")
