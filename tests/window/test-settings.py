#!/usr/bin/python3
"""What the window remembers between two starts; panels by keys, in high contrast."""
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

from driver import SOURCE_ROOT, Window, run, until

HOME = os.environ["DESKTOP_HOME"]
schemas = os.path.join(HOME, "schemas")
os.mkdir(schemas)
run("glib-compile-schemas", f"--targetdir={schemas}", os.path.join(SOURCE_ROOT, "data"))
KEPT = {"GSETTINGS_BACKEND": "keyfile", "GSETTINGS_SCHEMA_DIR": schemas,
        "ADW_DEBUG_HIGH_CONTRAST": "1"}


def ask(action, parameter="[]"):
    run("gdbus", "call", "--session", "-d", "org.bellwether.bellwether", "-o", "/org/bellwether/bellwether",
        "-m", "org.gtk.Actions.Activate", action, parameter, "{}")


def width(window):
    line = [one for one in run("xdotool", "getwindowgeometry", window.x_window).splitlines() if "Geometry" in one][0]
    return int(line.split()[1].split("x")[0])


def small_windows(window):
    ask("about")
    until(lambda: len(window.x_windows()) == 2, "what the program is")
    window.dismiss(lambda: window.keys("Escape"))
    before = width(window)
    window.keys("F11")
    until(lambda: width(window) > before, "the whole screen")
    window.keys("F11")
    until(lambda: width(window) == before, "the window as it was")
    window.keys("F9", "F9", "shift+F9", "shift+F9")


def stop(window):
    """Closes it as a person does, who would come back."""
    window.keys("ctrl+q")
    window.process.wait(20)


def start():
    return Window(sys.argv[1], "--sample", size=None, environment=KEPT)


first = start()
first.get("label", "How healthy are all customers?")
small_windows(first)
first.resize(1234, 777)
until(lambda: abs(width(first) - 1234) <= 60, "another width")
run("gdbus", "call", "--session", "-d", "org.bellwether.bellwether", "-o", "/org/bellwether/bellwether",
    "-m", "org.gtk.Actions.SetState", "style", "<'dark'>", "{}")
first.settle()
stop(first)
with open(first.log, encoding="utf-8") as log:
    said = [line for line in log if "WARNING" in line or "CRITICAL" in line]
assert first.process.returncode == 0 and not said, (first.process.returncode, said)
with start() as second:
    second.get("label", "How healthy are all customers?")
    second.settle()
    assert abs(width(second) - 1234) <= 60, f"another width: {width(second)}"
    state = run("gdbus", "call", "--session", "-d", "org.bellwether.bellwether", "-o", "/org/bellwether/bellwether",
                "-m", "org.gtk.Actions.Describe", "style")
    assert "'dark'" in state, state
print("remembered")
