// How fast DuckDB reads an export: node import-duckdb.mjs FILE all|sample. Its package is looked for where this file lies.
// SPDX-License-Identifier: GPL-3.0-or-later
import { DuckDBInstance } from '@duckdb/node-api';

const [file, types] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const options = types === 'all' ? ', sample_size=-1' : '';
const before = process.resourceUsage();
const start = performance.now();
await connection.run(`create table t as select * from read_csv('${file}'${options})`);
const seconds = (performance.now() - start) / 1000;
const after = process.resourceUsage();
const processor = (after.userCPUTime + after.systemCPUTime
                   - before.userCPUTime - before.systemCPUTime) / 1e6;
const rows = await connection.runAndReadAll('select count(*) from t');
const columns = await connection.runAndReadAll('describe t');
const described = columns.getRowObjects().map(c => `${c.column_name}:${c.column_type}`).join(' ');
console.log(rows.getRows()[0][0].toString(), seconds.toFixed(4), processor.toFixed(4),
            (after.maxRSS * 1024 / 1e6).toFixed(1), described);
