#!/usr/bin/python3
"""The main job with the mouse: import, choose a segment, drag a weight, undo, export a picture."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import struct
import sys

from driver import TELCO, Window, run, until

CHART = "Distribution"


def import_export(window):
    window.press("push button", part="Import")
    window.choose_file("Import Exports", TELCO)
    window.get("label", part="7,043 rows")
    window.dismiss(lambda: window.press("push button", name="_Import Import"))
    window.get("label", part="7,043 customers")


def choose_segment(window):
    window.choose_segment("Month-to-month, 3,875 customers", "Month-to-month weights")
    window.get("label", "How healthy is Month-to-month?")


def drag_weight(window):
    slider = window.get("slider", part="Total charges")
    before, points = window.value(slider), until(lambda: window.chart_points(CHART), "the chart's points")
    others = [node for node in window.walk() if node.get_role_name() == "slider" and node != slider]
    start = window.place(slider, 0.06 + 0.88 * before / 100)
    window.drag(start, (start[0] + 60, start[1]))

    until(lambda: window.value(slider) > before + 10, "the slider to follow the mouse")
    total = window.value(slider) + sum(window.value(other) for other in others)
    assert abs(total - 100) < 1e-6, f"the weights total {total}"
    until(lambda: window.chart_points(CHART) != points, "another histogram")
    window.get("label", part="Edited since")
    window.get("list", "Moved")
    return before, points


def undo(window, before, points):
    slider = window.get("slider", part="Total charges")
    window.keys("ctrl+z")
    until(lambda: abs(window.value(slider) - before) < 1e-6, "the weight of before")
    until(lambda: window.chart_points(CHART) == points, "the histogram of before")
    window.keys("ctrl+shift+z")
    until(lambda: window.value(slider) > before + 10, "the weight again")


def cancel_drag(window):
    slider = window.get("slider", part="Total charges")
    before = window.value(slider)
    start = window.place(slider, 0.06 + 0.88 * before / 100)
    window.drag(start, (start[0] - 40, start[1]), drop=False)
    until(lambda: window.value(slider) < before - 5, "the slider to follow the mouse")
    window.keys("Escape")
    until(lambda: abs(window.value(slider) - before) < 1e-6, "the weight of before the drag")
    run("xdotool", "mousemove_relative", "--", "-10", "0", "sleep", "0.1", "mouseup", "1")
    window.settle()
    assert abs(window.value(slider) - before) < 1e-6, "a cancelled drag goes on"


def export_picture(window):
    path = os.path.join(os.environ["DESKTOP_HOME"], "chart.png")
    window.keys("ctrl+e")
    window.get("label", "Export Chart")
    window.press("push button", part="_Save…")
    window.choose_file("Save Chart", path)
    until(lambda: os.path.exists(path) and os.path.getsize(path) > 10000, "the picture")
    with open(path, "rb") as picture:
        head = picture.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG"
    assert struct.unpack(">II", head[16:]) == (1920, 1080), "not the size of a slide"
    window.said("Saved “chart.png”")
    window.dismiss(lambda: window.press("push button", part="_Close"))


if not os.path.exists(TELCO):
    print("the export is not here")
    sys.exit(77)
with Window(sys.argv[1]) as window:
    import_export(window)
    choose_segment(window)
    before, points = drag_weight(window)
    undo(window, before, points)
    cancel_drag(window)
    export_picture(window)
print("imported, tuned, undone, exported")
