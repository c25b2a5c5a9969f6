// Compiles JSON Schemas with ajv in its strict mode, which refuses every keyword that it would have to ignore.
//
//   node schema.mjs FILE...
//
// The exit code is 1 if a schema is refused or takes a list for a reply, 2 on wrong use.

import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('node schema.mjs FILE...');
  process.exit(2);
}

let refused = 0;
for (const file of files) {
  const fault = check(JSON.parse(readFileSync(file, 'utf8')));
  console.log(`${file}: ajv ${fault ? `refuses it: ${fault}` : 'takes it'}`);
  refused += fault ? 1 : 0;
}
process.exit(refused === 0 ? 0 : 1);

function check(schema) {
  try {
    const Draft = schema.$schema.includes('draft-07') ? Ajv : Ajv2020;
    const ajv = formats(new Draft({ strict: true, allErrors: true }));
    return ajv.compile(schema)([]) ? 'it takes a list for a reply' : undefined;
  } catch (fault) {
    return fault.message;
  }
}
