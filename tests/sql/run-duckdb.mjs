// Runs SELECTs on DuckDB, each over a table of its own: node run-duckdb.mjs <JOBS. Its package is looked for where this file lies.
// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const version = await connection.runAndReadAll('select version()');
console.log(`DuckDB ${version.getRows()[0][0]}`);
const { macros, jobs } = JSON.parse(readFileSync(0, 'utf8'));
for (const macro of macros) await connection.run(`create macro ${macro}`);
for (const job of jobs) {
  await connection.run(job.create);
  await connection.run(`copy ${job.table} from '${job.rows}' (format csv, header, nullstr '')`);
  const result = await connection.runAndReadAll(job.select);
  console.log(JSON.stringify({ names: result.columnNames(), rows: result.getRowsJson() }));
  await connection.run(`drop table ${job.table}`);
}
