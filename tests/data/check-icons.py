#!/usr/bin/env python3
# Every icon of our own that the source names is there, and every one that is there is named.
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import re
import sys

NAME = re.compile(r'\bbw-[a-z-]+-symbolic\b')
KINDS = ('.c', '.h', '.ui', '.css')


def main():
    top = pathlib.Path(sys.argv[1])
    there = {path.stem for path in (top / 'data' / 'icons' / 'actions').glob('*.svg')}
    bundled = set(NAME.findall((top / 'src' / 'app' / 'bellwether.gresource.xml').read_text(encoding='utf-8')))
    named = {}
    for path in sorted((top / 'src').rglob('*')):
        if path.suffix in KINDS:
            for name in NAME.findall(path.read_text(encoding='utf-8')):
                named.setdefault(name, path.relative_to(top))
    bad = [f'{path}: there is no icon {name}' for name, path in named.items() if name not in there]
    bad += [f'data/icons/actions/{name}.svg: nothing shows it' for name in sorted(there - named.keys())]
    bad += [f'src/app/bellwether.gresource.xml: lacks {name}' for name in sorted(there - bundled)]
    print('\n'.join(bad) or f'{len(named)} icons')
    return 1 if bad else 0


sys.exit(main())
