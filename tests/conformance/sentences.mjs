// Runs the JavaScript of docs/reference/schemas.md: every error of ajv has to lead to a sentence of the rule book.
//
//   node sentences.mjs PAGE SCHEMA...
//
// Beside each reply.schema.json stands its rules.json. The exit code is 1 if an error leads nowhere, 2 on wrong use.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const [page, ...files] = process.argv.slice(2);
if (files.length === 0) {
  console.error('node sentences.mjs PAGE SCHEMA...');
  process.exit(2);
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const code = readFileSync(page, 'utf8').match(/```js\n(.*?)```/s)[1];
const { places, sentence } = await import(`data:text/javascript,${encodeURIComponent(`${code}export { places, sentence };`)}`);

let lost = 0;
for (const file of files) {
  const schema = read(file);
  const book = read(join(dirname(file), 'rules.json'));
  const language = Object.keys(book.rules[0].text)[0];
  const validate = formats(new Ajv2020({ allErrors: true, verbose: true })).compile(schema);
  const known = places(schema);
  const errors = faulty(schema).flatMap((reply) => (validate(reply) ? [] : validate.errors));
  const told = errors.filter((error) => error.keyword !== 'if');
  const unknown = told.filter((error) => sentence(book, known, error, language) === error.message);
  for (const error of unknown) console.log(`  ${error.schemaPath} at ${error.instancePath} leads to no rule`);
  console.log(`${file}: ${told.length - unknown.length} of ${told.length} errors of ajv lead to a sentence`);
  lost += told.length === 0 ? 1 : unknown.length;
}
process.exit(lost === 0 ? 0 : 1);

// Replies in which nothing is right: without anything, with an object for every answer, and with a text for every answer.
function faulty(schema) {
  const ids = Object.keys(schema.$defs.Answers.properties);
  const instrument = schema.properties.instrument.enum[0];
  const all = (value) => Object.fromEntries([...ids, 'no_such_question'].map((id) => [id, value]));
  return [{}, { instrument, answers: all({}) }, { instrument, answers: all('no_such_code'), language: 'tlh' }];
}
