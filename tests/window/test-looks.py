#!/usr/bin/python3
"""Light and dark, small and large, and what is said of files that cannot be used."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

from driver import SOURCE_ROOT, Window, average_grey, run, until

HOME = os.environ["DESKTOP_HOME"]


def style(window):
    light = average_grey(window.picture(os.path.join(HOME, "light.png")), "1200x700+50+60")
    run("gdbus", "call", "--session", "-d", "org.bellwether.bellwether", "-o", "/org/bellwether/bellwether",
        "-m", "org.gtk.Actions.SetState", "style", "<'dark'>", "{}")
    window.settle()
    dark = average_grey(window.picture(os.path.join(HOME, "dark.png")), "1200x700+50+60")
    assert light > 0.75 and dark < 0.45, f"light {light}, dark {dark}"


def shown(window, name, wanted):
    button = window.get("push button", part=name)
    until(lambda: bool({"checked", "pressed"} & window.states(button)) == wanted, f"“{name}” to be {wanted}")


def small(window):
    window.resize(800, 600)
    until(lambda: "800" in run("xdotool", "getwindowgeometry", window.x_window), "a window of 800 by 600 at once")
    window.settle()
    window.keys("shift+F9")
    shown(window, "Show segments", True)
    shown(window, "Show weights", False)
    window.keys("F9")
    shown(window, "Show segments", False)
    shown(window, "Show weights", True)


def large(window):
    window.resize(1590, 990)
    window.settle()
    window.choose_segment("Enterprise, ", "Enterprise weights")


def bad_file(name, content, said):
    path = os.path.join(HOME, name)
    with open(path, "wb") as file:
        file.write(content)
    with Window(sys.argv[1], path) as window:
        until(lambda: any(said in (node.get_name() or "") for node in window.walk()
                          if node.get_role_name() == "label"), f"“{said}” about {name}")


def second_start(window):
    """Another start hands its files to the window that is open."""
    sample = os.path.join(SOURCE_ROOT, "data", "sample", "accounts.csv")
    run(sys.argv[1], sample)
    window.get("label", part="columns")
    window.dismiss(lambda: window.keys("Escape"))
    window.get("label", part="Sample data")


with Window(sys.argv[1], "--sample") as window:
    window.get("label", "How healthy are all customers?")
    style(window)
    small(window)
    large(window)
    second_start(window)
bad_file("empty.csv", b"", "is empty; export the data again")
bad_file("header.csv", b"id,name,score\n", "has a header and no rows")
bad_file("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(200), "is a picture")
print("light, dark, small, large; bad files named")
