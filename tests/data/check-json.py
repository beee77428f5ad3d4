#!/usr/bin/env python3
# The JSON schemas are schemas, and the sample's files keep to them.
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import sys

SKIPPED = 77


def main():
    data = pathlib.Path(sys.argv[1]) / 'data'
    parsed = {path: json.loads(path.read_text(encoding='utf-8'))
              for path in sorted(data.rglob('*.json'))}
    try:
        import jsonschema
    except ImportError:
        print('python3-jsonschema is not installed: the files were only parsed')
        return SKIPPED
    bad = []
    for path, schema in parsed.items():
        if not path.name.endswith('.schema.json'):
            continue
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
        instance = data / 'sample' / path.name.removeprefix('bellwether-').replace('.schema', '')
        if instance in parsed:
            bad += [f'{instance}: {"/".join(map(str, error.path))}: {error.message}'
                    for error in kind(schema).iter_errors(parsed[instance])]
    print('\n'.join(bad) or f'{len(parsed)} files are right')
    return 1 if bad else 0


sys.exit(main())
