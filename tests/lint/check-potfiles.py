#!/usr/bin/env python3
"""Holds po/POTFILES.in to the files that have text for translators, and translations to being whole."""
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
MARKED = re.compile(r'(?<![A-Za-z_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(')
TRANSLATABLE = re.compile(r'translatable="yes"')
wrong = []


def wants_listing(path):
    if path.suffix == ".c":
        return MARKED.search(path.read_text())
    return path.suffix == ".ui" and TRANSLATABLE.search(path.read_text())


wanted = {str(p.relative_to(root)) for p in (root / "src").rglob("*") if p.is_file() and wants_listing(p)}
wanted |= {str(p.relative_to(root)) for p in (root / "data").glob("*.in")}
wanted |= {str(p.relative_to(root)) for p in (root / "data").glob("*.gschema.xml")}
listed = [line.strip() for line in (root / "po/POTFILES.in").read_text().splitlines()
          if line.strip() and not line.startswith("#")]

wrong += [f"po/POTFILES.in: lacks {name}" for name in sorted(wanted - set(listed))]
wrong += [f"po/POTFILES.in: {name} has nothing to translate" for name in sorted(set(listed) - wanted)]
if listed != sorted(listed):
    wrong.append("po/POTFILES.in: not in order")

for language in (root / "po/LINGUAS").read_text().split():
    run = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", str(root / f"po/{language}.po")],
                         capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    if run.returncode:
        wrong.append(run.stderr.strip())
    elif "untranslated" in run.stderr or "fuzzy" in run.stderr:
        wrong.append(f"po/{language}.po: {run.stderr.strip()}")

print("\n".join(wrong) or f"{len(listed)} files with text, all listed")
sys.exit(bool(wrong))
