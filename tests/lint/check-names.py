#!/usr/bin/env python3
"""Holds every public function and table of the floors to one definition: of two, the linker takes either."""
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import pathlib
import shutil
import subprocess
import sys

libraries = sorted(pathlib.Path(sys.argv[1]).glob("libbw-*.a"))
if shutil.which("nm") is None or not libraries:
    print("there is no nm, or nothing is built")
    sys.exit(77)

nm = subprocess.run(["nm", "--extern-only", "--defined-only", "--print-file-name", *libraries],
                    check=False, capture_output=True, text=True)
if nm.returncode != 0:  # a part of the build is older than the rest
    print(nm.stderr)
    sys.exit(77)
homes = collections.defaultdict(set)
for line in nm.stdout.splitlines():
    place, found, name = line.partition(".a:")[0], *line.rpartition(" ")[1:]
    if found and not name.startswith("_"):  # those are the compiler's own
        homes[name].add(line.removeprefix(place).split(":")[1] + " of " + pathlib.Path(place).name.removeprefix("libbw-"))
assert homes, "nm lists nothing"

wrong = [f'{name} is defined in {" and in ".join(sorted(places))}' for name, places in homes.items() if len(places) > 1]
print("\n".join(sorted(wrong)) or f"{len(homes)} names in {len(libraries)} floors, each defined once")
sys.exit(bool(wrong))
