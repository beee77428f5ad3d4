#!/usr/bin/env python3
"""Holds translations to the sources: every text of the sources stands in each translation."""
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(sys.argv[1])
wrong = []

with tempfile.TemporaryDirectory() as folder:
    template = pathlib.Path(folder) / "bellwether.pot"
    subprocess.run(["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
                    "--keyword=ngettext:1,2", "--keyword=NC_:1c,2", "--add-comments=TRANSLATORS", "-o", str(template),
                    "--files-from=po/POTFILES.in"], cwd=root, check=True, capture_output=True)
    for language in (root / "po/LINGUAS").read_text().split():
        merged = pathlib.Path(folder) / f"{language}.po"
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "-o", str(merged),
                        str(root / f"po/{language}.po"), str(template)], check=True)
        missing = subprocess.run(["msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", str(merged)],
                                 capture_output=True, text=True, check=True).stdout
        texts = re.findall(r'^msgid "(.*)"$', missing, re.M)
        wrong += [f"po/{language}.po: lacks “{text}”" for text in texts[1:]]

print("\n".join(wrong) or "every text is translated")
sys.exit(bool(wrong))
