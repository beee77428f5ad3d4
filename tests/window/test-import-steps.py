#!/usr/bin/python3
"""Corrections in the import assistant, by keys: each is seen, each holds, Back loses nothing."""
# SPDX-License-Identifier: GPL-3.0-or-later
import io
import os
import subprocess
import sys
import zipfile

from driver import Window, until

PROGRAM = sys.argv[1]
HOME = os.environ["DESKTOP_HOME"]


def path_of(name, text):
    path = os.path.join(HOME, name)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())
    return path


def archive(files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return content.getvalue()


ROWS = "".join(f"C{row:03};Company {row};{'Pro' if row % 2 else 'Basic'};{row % 17};{row % 9};{100 + row},50\n"
               for row in range(60))
ACCOUNTS = path_of("accounts.csv", "Export of accounts;;;;;\nId;Name;Plan;Logins;Tickets;ARR\n" + ROWS)
PICTURE = path_of("logo.csv", b"\x89PNG\r\n\x1a\n" + bytes(200))
ARCHIVE = path_of("exports.zip", archive({"accounts.csv": "Id,Name\nC001,Ash\n",
                                          "usage.csv": "Id,Sessions\n" + "".join(
                                              f"C{row:03},{row % 7}\n" for row in range(60))}))
ACCEPT = "_Import Import"


def accept(window):
    return window.get("push button", ACCEPT)


def is_ready(window):
    return "sensitive" in window.states(accept(window))


def delimiter(window):
    """Another delimiter makes one column of six; the old one brings them back."""
    window.get("label", part="60 rows · 6 columns")
    window.get("push button", part="UTF-8 · Semicolon (;) · Line 2: Id")
    window.open_choices()
    window.shows("Delimiter", "Semicolon")
    window.turn("Delimiter", "Home")
    window.get("label", part="2 columns")
    window.turn("Delimiter", "Home", "Down")
    window.get("label", part="60 rows · 6 columns")
    window.shows("Delimiter", "Semicolon")


def header(window):
    """The title taken for the header, and back to what was found."""
    window.shows("Header", "Line 2: Id")
    window.turn("Header", "Home", "Down")
    window.shows("Header", "Line 1: Export")
    window.get("label", "header 1")
    window.press("push button", part="As Found")
    window.shows("Header", "Line 2: Id")


def back_and_next(window):
    window.keys("ctrl+Next")
    window.shows("Role of Id", "Key")
    window.press("push button", part="Next")
    window.get("label", part="60 of 60 rows find one of 60 customers")
    window.press("push button", part="Back")
    window.get("combo box", "Role of Id")


def quick_corrections(window):
    """Two roles and a type, one right after the other."""
    window.shows("Role of Logins", "Metric")
    window.turn("Role of Logins", "End")
    window.turn("Role of Tickets", "End")
    window.turn("Type of Plan", "End", "Up")
    window.shows("Role of Logins", "Left out")
    window.shows("Role of Tickets", "Left out")
    window.shows("Type of Plan", "Text")
    until(lambda: is_ready(window), "the corrections to be carried out")
    window.press("page tab", "1 Files")
    window.press("page tab", "2 Columns")
    for column, title in (("Logins", "Left out"), ("Tickets", "Left out")):
        window.shows(f"Role of {column}", title)
    window.shows("Type of Plan", "Text")


def search(window):
    window.keys("ctrl+f")
    until(lambda: window.focused() and "earch" in (window.focused().get_name() or ""), "the focus in the search")
    window.write("arr")
    until(lambda: not window.find("combo box", "Role of Plan"), "one column alone")
    window.get("combo box", "Role of ARR")
    window.keys("ctrl+a", "BackSpace")
    window.get("combo box", "Role of Plan")


def corrected():
    with Window(PROGRAM, ACCOUNTS, size=None) as window:
        window.get("label", part="60 customers")
        delimiter(window)
        header(window)
        back_and_next(window)
        quick_corrections(window)
        search(window)
        window.dismiss(lambda: window.press("push button", name=ACCEPT))
        window.get("label", part="60 customers")


def choose_table():
    """Of an archive with several tables one is chosen; a file given meanwhile comes to it."""
    with Window(PROGRAM, ARCHIVE, size=None) as window:
        window.get("label", part="holds several files")
        assert not is_ready(window), "Import without anything to import"
        assert not window.find("page tab", "2 Columns") or \
            "showing" not in window.states(window.find("page tab", "2 Columns")), "columns of nothing"
        window.turn("Table", "Home", "Down", "Down")
        window.get("label", part="60 rows · 2 columns")
        until(lambda: is_ready(window), "the table")
        subprocess.run([PROGRAM, ACCOUNTS], check=True)
        window.get("label", part="60 rows · 6 columns")
        until(lambda: is_ready(window), "both files")
        window.press("page tab", "3 Join and Time")
        window.get("label", part="60 of 60 rows find one of 60 customers")
        window.dismiss(lambda: window.press("push button", name=ACCEPT))
        window.get("label", part="60 customers")


def cancelled():
    """Left on each step, and while it works: nothing is open afterwards."""
    with Window(PROGRAM, ACCOUNTS, size=None) as window:
        for step in ("1 Files", "2 Columns", "3 Join and Time", "4 Check"):
            window.get("label", part="60 customers")
            window.press("page tab", step)
            if step == "2 Columns":
                window.turn("Role of Logins", "End")
            window.dismiss(lambda: window.keys("Escape"))
            window.get("label", "See Which Customers Need Care")
            subprocess.run([PROGRAM, ACCOUNTS], check=True)
        window.get("label", part="60 customers")
        window.dismiss(lambda: window.keys("Escape"))


def set_apart():
    """A picture among the files: it is named, and the others go on without it."""
    with Window(PROGRAM, ACCOUNTS, PICTURE, size=None) as window:
        window.get("label", part="“logo.csv” is a picture")
        assert not is_ready(window), "Import while a file is in doubt"
        window.press("push button", part="Take It Out")
        until(lambda: is_ready(window), "Import once it is out")
        window.dismiss(lambda: window.keys("Escape"))
        window.get("label", "See Which Customers Need Care")


def quit_at_once():
    """Ctrl+Q while the assistant is up."""
    window = Window(PROGRAM, ACCOUNTS, size=None)
    window.get("label", part="60 customers")
    window.settle()
    window.keys("ctrl+q")
    until(lambda: window.process.poll() is not None, "the program to end")
    assert window.process.poll() == 0, window.process.poll()


corrected()
choose_table()
cancelled()
set_apart()
quit_at_once()
print("corrected, searched, chosen, left, set apart, quit")
