// Makes TypeScript of JSON Schemas with json-schema-to-typescript, and lets tsc, as strict as it can be, read replies as these types.
//
//   node json_schema_to_typescript.mjs CASES OUT
//
// CASES holds a folder for each case, with reply.schema.json and replies.ndjson. The types and the replies are written into OUT.
// The exit code is 1 if a type cannot be made or a reply is not of it, 2 on wrong use.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';

const [cases, out] = process.argv.slice(2);
if (!out) {
  console.error('node json_schema_to_typescript.mjs CASES OUT');
  process.exit(2);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const names = readdirSync(cases).sort();
for (const name of names) await write(name);
writeFileSync(
  join(out, 'tsconfig.json'),
  JSON.stringify({ compilerOptions: { strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [], module: 'esnext', target: 'es2022' } }),
);
const tsc = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
try {
  execFileSync(process.execPath, [tsc, '--project', out], { stdio: 'inherit' });
} catch {
  process.exit(1);
}
console.log(`json-schema-to-typescript and tsc --strict: ${names.length} schemas, and their replies are of the types`);

async function write(name) {
  const schema = JSON.parse(readFileSync(join(cases, name, 'reply.schema.json'), 'utf8'));
  const types = await compile(schema, schema.title, { bannerComment: '' });
  const replies = readFileSync(join(cases, name, 'replies.ndjson'), 'utf8').trimEnd().split('\n').join(',\n');
  writeFileSync(join(out, `${name}.ts`), types);
  // Written out, a reply may have no key that the type does not know.
  writeFileSync(
    join(out, `${name}_replies.ts`),
    `import type { ${schema.title} } from './${name}';\nexport const replies: ${schema.title}[] = [\n${replies}\n];\n`,
  );
}
