#!/usr/bin/python3
"""Work without a name outlives a crash; named, opened again, handed to the running window, read only
where another has it; imports taken back and dated anew; closed without a question."""
# SPDX-License-Identifier: GPL-3.0-or-later
import fcntl
import os
import signal
import sys
import time

from driver import SOURCE_ROOT, Window, run, until

PROGRAM, CLI = sys.argv[1:3]
HOME = os.environ["DESKTOP_HOME"]
BOOK = os.path.join(HOME, "Renewals of the north_west.bellwether")
OTHER = os.path.join(os.environ["HOME"], "O.bellwether")  # a name of one letter was too narrow for its
# place, and so was “~” for its folder
MONTHLY = os.path.join(HOME, "Monthly.bellwether")
UNTITLED = os.path.join(os.environ["XDG_DATA_HOME"], "bellwether", "untitled")


def left():
    return [name for name in os.listdir(UNTITLED) if name.endswith(".bellwether")] if os.path.isdir(UNTITLED) else []


def nudge(window):
    window.choose_segment("Enterprise", "Enterprise weights")
    slider = window.get("slider", part="NPS")
    before = window.value(slider)
    x, y = window.place(slider, 0.2)
    window.drag((x, y), (x + 40, y))
    until(lambda: window.value(window.get("slider", part="NPS")) != before, "the nudge")
    window.get("label", part="Edited since")
    return window.value(window.get("slider", part="NPS"))


def kill(window):
    """A second later everything is in the file; on a slow machine when the window says so."""
    time.sleep(1)
    window.get("label", part="Saved")
    window.process.send_signal(signal.SIGKILL)
    window.process.wait(10)


def crash():
    """The sample, a nudge, and the program is gone."""
    window = Window(PROGRAM, "--sample")
    window.park()
    window.get("label", "How healthy are all customers?")
    share = nudge(window)
    kill(window)
    assert len(left()) == 1, left()
    return share


def go_on(window, share):
    """It is offered again, and is as it was, with undo."""
    window.press("push button", "Continue")
    window.get("label", "Enterprise weights")
    assert abs(window.value(window.get("slider", part="NPS")) - share) < 0.51
    window.get("label", part="Untitled")
    window.keys("ctrl+z")
    until(lambda: not window.find("label", part="Edited since"), "the nudge to be taken back")
    window.keys("ctrl+y")
    window.get("label", part="Edited since")


def name(window):
    window.keys("ctrl+s")
    window.choose_file("Save As", BOOK)
    window.said("Saved as")
    window.get("label", "Renewals of the north_west")
    until(lambda: left() == [], "the work without a name to be gone")
    window.keys("ctrl+s")
    window.said("Everything is saved already")


def start_anew(window):
    """New closes it; it is among the recent ones."""
    window.keys("ctrl+n")
    window.get("label", "See Which Customers Need Care")
    window.click(until(lambda: window.find("label", "Renewals of the north_west"), "the recent workspace"))
    window.get("label", "Enterprise weights")
    window.get("label", part="Edited since")


def next_month(window):
    """Files like those that are open are added to them, also where those were read in another year."""
    december = os.path.join(HOME, "usage-2026-12.csv")
    with open(os.path.join(SOURCE_ROOT, "data", "sample", "usage-2026-11.csv"), encoding="utf-8") as november, \
            open(december, "w", encoding="utf-8") as copy:
        copy.write(november.read().replace("2026-11-30", "2026-12-31"))
    run(PROGRAM, december)
    window.get("label", part="Adds the snapshot of 31 Dec 2026")
    until(lambda: "sensitive" in window.states(window.get("push button", "_Import Import")), "Import to be ready")
    window.dismiss(lambda: window.press("push button", part="_Import Import"))


def is_there(window, date):
    return window.find("label", date, root=window.get("list", "Snapshots"))


def take_back(window):
    """An import is removed, and put back."""
    window.act("win.imports")
    until(lambda: is_there(window, "31 Dec 2026"), "the new snapshot")
    remove = until(lambda: next((node for node in window.walk() if "_Remove" in (node.get_name() or "")), None),
                   "the newest import's button")
    window.click_in("Imports and Snapshots", remove)
    window.get("label", "Removed")
    until(lambda: not is_there(window, "31 Dec 2026"), "its snapshot to be gone")
    dialog = window.find("frame", "Imports and Snapshots") or window.get("dialog", "Imports and Snapshots")
    window.click_in("Imports and Snapshots", window.get("push button", part="_Put Back", root=dialog))
    until(lambda: not window.find("label", "Removed"), "the import to be back")
    until(lambda: is_there(window, "31 Dec 2026"), "the snapshot to be back")
    window.dismiss(lambda: window.keys("Escape"))


def make_monthly():
    """Two files that only their names date."""
    months = []
    for month, first in (("2026-10-31", 5), ("2026-11-30", 8)):
        months.append(os.path.join(HOME, f"accounts-{month}.csv"))
        with open(months[-1], "w", encoding="utf-8") as file:
            file.write("Customer ID,Customer,Plan,ARR,Active users\n")
            file.writelines(f"A-{100 + k},Customer {k},{'Pro' if k % 2 else 'Basic'},{1000 * k + 1000},{first + k}\n"
                            for k in range(8))
    run(CLI, "workspace", "new", MONTHLY, months[0])
    run(CLI, "workspace", "add", MONTHLY, months[1])


def date_anew(window):
    """The same day of the next month, which the calendar has chosen already when it shows that month."""
    make_monthly()
    run(PROGRAM, MONTHLY)
    window.get("label", "Monthly")
    window.act("win.imports")
    until(lambda: is_there(window, "30 Nov 2026"), "the snapshot")
    window.settle()
    window.click_in("Imports and Snapshots", window.get("label", "accounts-2026-11-30.csv"))
    button = window.get("push button", "30 Nov 2026")
    window.settle()
    window.click_in("Imports and Snapshots", button)
    until(lambda: (window.focused() or window.frame).get_name() == "Date of the data", "the calendar")
    window.keys("ctrl+Right")
    window.press("push button", "Use 30 Dec 2026")
    until(lambda: is_there(window, "30 Dec 2026"), "the snapshot at its new date")
    assert not is_there(window, "30 Nov 2026")
    window.dismiss(lambda: window.keys("Escape"))
    run(PROGRAM, BOOK)
    window.get("label", "Renewals of the north_west")


def second_start(window):
    """A file that is given to another start goes to this window; a mixture is refused."""
    window.keys("ctrl+shift+s")
    window.choose_file("Save a Copy", OTHER)
    window.said("Copy saved")
    run(PROGRAM, OTHER)
    window.get("label", "O")
    run(PROGRAM, BOOK, OTHER)
    window.get("label", "These Files Cannot Be Opened Together")
    window.dismiss_one(lambda: window.keys("Escape"))
    run(PROGRAM, BOOK)
    window.get("label", "Renewals of the north_west")


def hold(path):
    """The lock file, locked; one that the program removes as it lets go is no lock any more."""
    while True:
        lock = open(path, "a", encoding="utf-8")
        fcntl.flock(lock, fcntl.LOCK_EX)
        if os.path.exists(path) and os.path.samestat(os.fstat(lock.fileno()), os.stat(path)):
            return lock
        lock.close()


def read_only(window):
    """Who has the workspace open is named, and it may be read; opened again once nobody has it, it is
    open for writing; then the first is there again."""
    path = os.path.join(os.path.dirname(OTHER), ".O.bellwether.lock")
    with hold(path) as lock:
        lock.write("laptop-7\nAnna Berg on laptop-7\n")
        lock.flush()
        run(PROGRAM, OTHER)
        window.get("label", "Open for reading only")
        window.get("label", part="Anna Berg on laptop-7 has it open")
        window.get("label", "Enterprise weights")
        os.remove(path)
    run(PROGRAM, OTHER)
    until(lambda: not window.find("label", "Open for reading only"), "the banner to leave")
    window.get("label", "Enterprise weights")
    run(PROGRAM, BOOK)
    window.get("label", "Renewals of the north_west")


def close(window):
    """Nothing is asked, and the program ends."""
    window.keys("ctrl+w")
    window.process.wait(20)
    assert window.process.returncode == 0, window.process.returncode


share = crash()
window = Window(PROGRAM)
try:
    go_on(window, share)
    name(window)
    start_anew(window)
    next_month(window)
    take_back(window)
    date_anew(window)
    second_start(window)
    read_only(window)
    close(window)
finally:
    if window.process.poll() is None:
        if "BW_PICTURE" in os.environ:
            window.picture(os.environ["BW_PICTURE"])
        window.process.kill()
print("continued, named, reopened, taken back, dated anew, handed over, closed")
