#!/usr/bin/python3
"""Pictures in every form, the clipboard, scores and models: what is saved is what was asked for."""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import os
import shutil
import struct
import subprocess
import sys

from driver import Window, run, until

HOME = os.environ["DESKTOP_HOME"]


def path_of(name):
    return os.path.join(HOME, name)


def read(name):
    with open(path_of(name), "rb") as file:
        return file.read()


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-t", "image/png", "-o"],
                          check=True, capture_output=True, timeout=20).stdout


def size_of_png(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n", f"not a PNG: {data[:20]}"
    return struct.unpack(">II", data[16:24])


def choose(window, row, keys):
    """Another choice in a combo row, by keys."""
    window.tab_to("combo box", row)
    window.keys("space")
    window.take(*keys)


def save(window, name):
    if os.path.exists(path_of(name)):
        os.remove(path_of(name))
    window.press("push button", part="_Save…")
    window.choose_file("Save Chart", path_of(name))
    return until(lambda: os.path.exists(path_of(name)) and read(name), name)


def charts(window):
    """Ctrl+C on a chart puts the picture on the clipboard, at the size of a slide."""
    window.tab_to("list item", "Score ", most=120)
    window.keys("ctrl+c")
    assert size_of_png(until(clipboard, "a picture on the clipboard")) == (1920, 1080)


def pictures(window):
    window.keys("ctrl+e")
    window.get("label", "Export Chart")
    window.set_text("Title", "Sesame opens on Tuesday")
    window.set_text("Subtitle", "Own subtitle")
    window.set_text("Footer", "Own footer")
    light = save(window, "light.png")
    assert size_of_png(light) == (1920, 1080)

    choose(window, "Format", ["Down"])
    drawing = save(window, "chart.svg").decode()
    assert drawing.lstrip().startswith("<?xml") and "Sesame opens on Tuesday" in drawing, drawing[:400]
    choose(window, "Format", ["Down"])
    page = save(window, "chart.pdf")
    assert page.startswith(b"%PDF-") and page.rstrip().endswith(b"%%EOF"), page[:40]

    choose(window, "Format", ["Up", "Up"])
    choose(window, "Size", ["End"])
    window.set_number("Width in pixels", 1000)
    window.set_number("Height in pixels", 700)
    choose(window, "Colours", ["Down"])
    window.tab_to("check box", "Transparent")
    window.keys("space")
    dark = save(window, "dark.png")
    assert size_of_png(dark) == (1000, 700)
    assert dark[25] == 6, "a transparent picture without an alpha channel"
    assert run("convert", path_of("dark.png"), "-crop", "1x1+2+2", "-format", "%[fx:a]", "info:") == "0"

    window.press("push button", part="C_opy")
    window.said("Copied")
    until(lambda: size_of_png(clipboard()) == (1000, 700), "the picture on the clipboard")


def failure(window):
    """What cannot be saved is said, and the dialog stays."""
    window.press("push button", part="_Save…")
    window.choose_file("Save Chart", "/proc/chart.png")
    window.get("label", "Could Not Save the Picture")
    window.dismiss_one(lambda: window.keys("Escape"))
    save(window, "again.png")
    window.dismiss(lambda: window.keys("Escape"))


def hidden_names(window):
    """One choice for pictures, copies and lists: numbers in place of names, until the program ends."""
    with open(os.path.join(os.environ["BW_SAMPLE_DATA"], "accounts.csv"), encoding="utf-8") as file:
        names = [line["Customer name"] for line in csv.DictReader(file)]
    window.keys("ctrl+3")
    row = until(lambda: next((row for row in window.walk() if row.get_role_name() == "table row" and
                              any(name in row.get_name() for name in names)), None), "a customer")
    name = next(name for name in names if name in row.get_name())
    window.click(row)
    window.get("label", name)
    window.keys("ctrl+e")
    window.get("label", "Export Chart")
    assert "checked" not in window.states(window.get("check box", part="Hide customers’ names"))
    choose(window, "Format", ["Home", "Down"])
    assert name in save(window, "named.svg").decode()
    window.tab_to("check box", "Hide customers’ names")
    window.keys("space")
    numbered = save(window, "numbered.svg").decode()
    assert "Customer " in numbered and name not in numbered, numbered[-3000:]
    number = numbered.split("Customer ")[1].split("<")[0].split(" ")[0].rstrip(":,.’")
    window.dismiss(lambda: window.keys("Escape"))

    window.keys("shift+ctrl+e")
    window.choose_file("Export Scores", path_of("scores.csv"))
    window.said("Scores exported")
    scores = read("scores.csv").decode()
    assert f"{number},Customer {number}," in scores and scores.count("Customer ") == scores.count("\n") - 1
    assert not [name for name in names if name in scores]
    window.keys("ctrl+e")
    window.get("label", "Export Chart")
    assert "checked" in window.states(window.get("check box", part="Hide customers’ names"))
    window.dismiss(lambda: window.keys("Escape"))
    return names


def hidden_movers(window, names):
    """Those who change band by a nudge, numbered as they are."""
    window.keys("ctrl+1")
    window.choose_segment("Enterprise", "Enterprise weights")
    x, y = window.place(window.get("slider", part="NPS"), 0.2)
    window.drag((x, y), (x + 60, y))
    window.keys("ctrl+4")
    window.press("push button", part="Export _Customers…")
    window.choose_file("Export Customers That Move", path_of("movers.csv"))
    movers = until(lambda: os.path.exists(path_of("movers.csv")) and read("movers.csv").decode(), "the list").splitlines()
    assert len(movers) > 1 and all(",Customer " in line for line in movers[1:]), movers[:3]
    assert not [name for name in names if any(name in line for line in movers)]


if shutil.which("xclip") is None:
    print("xclip is not installed")
    sys.exit(77)
with Window(sys.argv[1], "--sample") as window:
    window.get("label", "How healthy are all customers?")
    charts(window)
    pictures(window)
    failure(window)
    hidden_movers(window, hidden_names(window))
print("every form of picture, and the clipboard")
