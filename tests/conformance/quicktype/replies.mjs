// Reads replies with the TypeScript that quicktype made, once it is compiled, and writes them back.
//
//   node replies.mjs CASES CODE OUT
//
// CASES holds replies.ndjson in a folder for each case, CODE the compiled CASE.js; what is written back becomes OUT/CASE.ndjson.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [cases, code, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
for (const name of readdirSync(cases).sort()) {
  const { Convert } = await import(pathToFileURL(join(code, `${name}.js`)).href);
  const replies = readFileSync(join(cases, name, 'replies.ndjson'), 'utf8').trimEnd().split('\n');
  const written = replies.map((reply) => JSON.stringify(JSON.parse(Convert.replyToJson(Convert.toReply(reply)))));
  writeFileSync(join(out, `${name}.ndjson`), `${written.join('\n')}\n`);
}
