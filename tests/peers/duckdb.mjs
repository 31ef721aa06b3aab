// duckdb.mjs FOLDER: makes a database of the files of `remit export --format csv-tables`, runs the
// statements on standard input, an array of JSON, and writes their rows as arrays of objects.
import {DuckDBInstance} from '@duckdb/node-api';
import {readFileSync} from 'node:fs';

const folder = process.argv[2];
const schema = readFileSync(`${folder}/schema.sql`, 'utf8');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run(schema);
for (const [, table] of schema.matchAll(/^CREATE TABLE (\w+)/gm)) {
  await connection.run(`COPY ${table} FROM '${folder}/${table}.csv' (FORMAT csv, HEADER)`);
}
const results = [];
for (const sql of JSON.parse(readFileSync(0, 'utf8'))) {
  const reader = await connection.runAndReadAll(sql);
  results.push(reader.getRowObjectsJson());
}
console.log(JSON.stringify(results));
