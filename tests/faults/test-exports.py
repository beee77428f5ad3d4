#!/usr/bin/env python3
"""What is exported is whole or the old file is still there, whatever fails in between."""
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import json
import pathlib
import random
import sys

from faults import CLI, Deed, Lab, LONG, Tally, choose

GROUP = 40
MODEL = {
    "format": "bellwether-model", "version": 1, "name": "Small",
    "metrics": [{"id": "users", "name": "Users", "column": "Users", "scale": {"type": "linear", "from": 0, "to": 99}}],
    "segments": [{"id": "rest", "name": "Everyone else", "weights": {"users": 100}}],
}

# What is written, and the words of the command.
EXPORTS = [
    ("scores.csv", ["score", "--model", "model.json", "accounts.csv", "-o"]),
    ("panel.csv", ["panel", "accounts.csv", "-o"]),
    ("proposed.json", ["model", "accounts.csv", "-o"]),
    ("mapping.json", ["inspect", "accounts.csv", "-o"]),
    ("query.sql", ["sql", "--dialect", "sqlite", "model.json", "-o"]),
    ("movers.csv", ["compare", "--from", "model.json", "--to", "other.json", "accounts.csv", "-o"]),
    ("chart.svg", ["chart", "distribution", "--model", "model.json", "accounts.csv", "-o"]),
    ("chart.png", ["chart", "distribution", "--model", "model.json", "accounts.csv", "-o"]),
    ("chart.pdf", ["chart", "distribution", "--model", "model.json", "accounts.csv", "-o"]),
]


def look(path):
    """A file's bytes, as a hash; a PDF's without the time at which it was made."""
    if not path.exists():
        return "absent"
    data = path.read_bytes()
    if path.suffix == ".pdf" and data.endswith(b"%%EOF\n"):
        return "a whole PDF"
    return hashlib.sha256(data).hexdigest()


def make_inputs(folder):
    noise = random.Random(4)
    (folder / "accounts.csv").write_text("Customer ID,Name,Users\n" + "".join(
        f"C{i},Name {i},{noise.randrange(100)}\n" for i in range(300)))
    (folder / "model.json").write_text(json.dumps(MODEL))
    other = json.loads(json.dumps(MODEL))
    other["metrics"][0]["scale"]["to"] = 50
    (folder / "other.json").write_text(json.dumps(other))
    (folder / "old").write_text("what was there before\n")


def make_deeds(inputs):
    names = ["accounts.csv", "model.json", "other.json"]
    for target, words in EXPORTS:
        for over in (False, True):
            start = {n: (inputs / n, n) for n in names}
            if over:
                start[target] = (inputs / "old", target)
            deed = Deed(target + (" over an older one" if over else ""), start,
                        lambda folder, words=words, target=target:
                        [CLI, *(str(folder / w) if w in names else w for w in words), str(folder / target)],
                        target, names, look)
            yield deed


def plans(names, seed, heavy):
    most = 1 if heavy else 2
    for kind in ("ENOSPC", "EIO", "EACCES", "SHORT"):
        applicable = [n for n, name in enumerate(names, 1) if kind != "SHORT" or name == "write"]
        for n in choose(applicable, most, seed):
            yield {"BW_FAULT": f"{n}:{kind}"}, f"call {n} ({names[n - 1]}) {kind}", f"{kind} while exporting", False
    for kind in ("KILL", "TEAR"):
        for n in choose([n for n, name in enumerate(names, 1) if kind == "KILL" or name == "write"], most, seed):
            yield {"BW_FAULT": f"{n}:{kind}"}, f"call {n} ({names[n - 1]}) {kind}", "kill while exporting", True
    for room in choose(range(0, 8192, 256), most, seed):
        yield {"BW_FAULT_BUDGET": str(room)}, f"{room} bytes left", "full disk while exporting", False


def main():
    lab, tally = Lab(), Tally()
    inputs = lab.top / "inputs"
    inputs.mkdir()
    make_inputs(inputs)
    for i, deed in choose(enumerate(make_deeds(inputs)), 9, 1):
        heavy = pathlib.Path(deed.target).suffix in (".png", ".pdf", ".svg")
        deed.fixed = {}
        lab.learn(deed)
        deed.fixed = {}
        names, _, _ = lab.calls(deed)
        for killed in (False, True):
            outcomes = []
            for fault, label, kind, kills in plans(names, i, heavy and not LONG):
                if kills == killed:
                    outcomes.append(lab.run(deed, fault, label))
                    tally.count(kind)
            lab.judge(tally, outcomes, killed)
    lab.close()
    return tally.tell()


sys.exit(main())
