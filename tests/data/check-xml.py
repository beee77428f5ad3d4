#!/usr/bin/env python3
# Every SVG, UI, metainfo and schema file is well formed, and our symbolic icons can be recoloured.
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import sys
import xml.etree.ElementTree as tree

KINDS = ('.svg', '.ui', '.xml', '.in', '.page')
SVG = '{http://www.w3.org/2000/svg}'


def faults_of(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix == '.in' and not text.lstrip().startswith('<'):
        return
    try:
        root = tree.fromstring(text)
    except tree.ParseError as error:
        yield f'not well formed: {error}'
        return
    if not path.name.endswith('-symbolic.svg'):
        return
    if (root.get('width'), root.get('height'), root.get('viewBox')) != ('16', '16', '0 0 16 16'):
        yield 'a symbolic icon is 16 by 16'
    for mark in root.iter():
        if mark.tag not in (SVG + 'svg', SVG + 'path'):
            yield f'a symbolic icon has paths only, not {mark.tag}'
        if mark.get('stroke') is not None:
            yield 'a symbolic icon has no strokes: GTK recolours what is filled'


def main():
    top = pathlib.Path(sys.argv[1])
    paths = [path for folder in ('data', 'src', 'help') for path in sorted((top / folder).rglob('*'))
             if path.suffix in KINDS]
    bad = [f'{path.relative_to(top)}: {fault}' for path in paths for fault in faults_of(path)]
    print('\n'.join(bad) or f'{len(paths)} files are well formed')
    return 1 if bad or not paths else 0


sys.exit(main())
