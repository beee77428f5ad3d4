#!/usr/bin/python3
"""Real exports through the import assistant: clean ones in two clicks, several files as one history."""
# SPDX-License-Identifier: GPL-3.0-or-later
import glob
import os
import sys

from driver import SHARED_DATA, TELCO, Window, until

PROGRAM = sys.argv[1]


def exports(folder):
    return sorted(glob.glob(os.path.join(SHARED_DATA, folder, "*.csv")))


def two_clicks():
    """A clean export: choose the file, Import."""
    with Window(PROGRAM) as window:
        window.click(window.get("push button", part="Import"))
        window.choose_file("Import Exports", TELCO)
        window.get("label", part="7,043 rows")
        accept = window.get("push button", "_Import Import")
        until(lambda: "sensitive" in window.states(accept), "Import from the start")
        window.dismiss(lambda: window.click_in("Import", accept))
        window.get("label", part="7,043 customers")


def five_files():
    """Usage hangs on subscriptions, these on accounts, and nobody says so."""
    with Window(PROGRAM, *exports("ravenstack"), size=None) as window:
        window.get("label", "500 customers · 24 snapshots · 31 Dec 2024")
        window.press("page tab", "3 Join and Time")
        window.get("label", "25,000 of 25,000 rows find one of 500 customers")
        window.get("label", "31 Jan 2023 to 31 Dec 2024, one a month")
        window.shows("Points to: ravenstack_feature_usage.csv", "subscription_id")
        window.press("page tab", "4 Check")
        window.get("label", "Money at stake")
        window.dismiss(lambda: window.press("push button", name="_Import Import"))
        window.get("label", part="500 customers")


def transactions():
    """Events of households become their history."""
    files = [path for path in exports("completejourney") if "transactions" in path]
    with Window(PROGRAM, *files, size=None) as window:
        label = window.get("label", part="801 customers · ")
        assert int(label.get_name().split(" · ")[1].split()[0]) >= 12, label.get_name()
        window.dismiss(lambda: window.press("push button", name="_Import Import"))
        window.get("label", part="801 customers")


def own_encoding():
    files = [path for path in exports("salesforce-dataloader") if "ccount" in path]
    with Window(PROGRAM, *files[:1], size=None) as window:
        window.get("label", part="423 rows")
        window.get("push button", part="Windows-1252")


if not os.path.exists(TELCO):
    print("the exports are not here")
    sys.exit(77)
two_clicks()
five_files()
transactions()
own_encoding()
print("imported without a correction")
