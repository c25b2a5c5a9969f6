// Makes TypeScript, Python, Java and C# of JSON Schemas with quicktype.
//
//   node quicktype.mjs CASES OUT
//
// CASES holds a folder for each case, with reply.schema.json. A folder for each language is written into OUT: typescript/CASE.ts,
// python/CASE.py, java/cases/CASE/*.java and csharp/CASE.cs. The exit code is 2 on wrong use.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputData, JSONSchemaInput, quicktypeMultiFile } from 'quicktype-core';

const languages = {
  typescript: (name) => ({ path: () => `${name}.ts`, options: {} }),
  python: (name) => ({ path: () => `${name}.py`, options: {} }),
  java: (name) => ({ path: (file) => `cases/${name}/${file}`, options: { package: `cases.${name}` } }),
  csharp: (name) => ({ path: () => `${name}.cs`, options: { namespace: name, framework: 'NewtonSoft', 'csharp-version': '6' } }),
};

const [cases, out] = process.argv.slice(2);
if (!out) {
  console.error('node quicktype.mjs CASES OUT');
  process.exit(2);
}

rmSync(out, { recursive: true, force: true });
const names = readdirSync(cases).sort();
for (const name of names) {
  const schema = readFileSync(join(cases, name, 'reply.schema.json'), 'utf8');
  for (const language of Object.keys(languages)) await write(name, schema, language);
}
console.log(`quicktype: ${names.length} schemas in ${Object.keys(languages).join(', ')}`);

async function write(name, schema, language) {
  const input = new JSONSchemaInput(undefined);
  await input.addSource({ name: 'Reply', schema });
  const inputData = new InputData();
  inputData.addInput(input);
  const { path, options } = languages[language](name);
  // As `quicktype --no-date-times`: without it a day becomes a point in time, and is written back with an hour.
  const files = await quicktypeMultiFile({ inputData, lang: language, rendererOptions: options, inferDateTimes: false });
  for (const [file, { lines }] of files) {
    const written = join(out, language, path(file));
    mkdirSync(dirname(written), { recursive: true });
    writeFileSync(written, lines.join('\n'));
  }
}
