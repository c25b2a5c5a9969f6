// Says of every reply what ajv says of it, in its strict mode.
//
//   node verdicts.mjs CASES OUT
//
// CASES holds a folder for each case, with reply.schema.json and replies.ndjson. OUT/CASE.txt gets a line for each reply: nothing if it
// is valid, else the first mistake. The exit code is 2 on wrong use.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const [cases, out] = process.argv.slice(2);
if (!out) {
  console.error('node verdicts.mjs CASES OUT');
  process.exit(2);
}

mkdirSync(out, { recursive: true });
for (const name of readdirSync(cases)) {
  const read = (file) => readFileSync(join(cases, name, file), 'utf8');
  const validate = formats(new Ajv2020({ strict: true })).compile(JSON.parse(read('reply.schema.json')));
  const verdicts = read('replies.ndjson').split('\n').slice(0, -1).map((reply) => verdict(validate, reply));
  writeFileSync(join(out, `${name}.txt`), verdicts.map((line) => `${line}\n`).join(''));
}

function verdict(validate, reply) {
  if (validate(JSON.parse(reply))) return '';
  const [{ instancePath, message, schemaPath }] = validate.errors;
  return `${instancePath} ${message} (${schemaPath})`;
}
