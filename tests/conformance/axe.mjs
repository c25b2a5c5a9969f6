// Opens HTML files in Chromium, as wide as a desk and as a telephone, and lists everything that axe-core finds wrong.
//
//   node axe.mjs FILE...
//
// CHROMIUM names the browser if it is not /usr/bin/chromium. The exit code is 1 if anything is found, 2 on wrong use.
// Nothing is loaded from a network: a page that asks for anything is itself a finding.

import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const sizes = [
  { name: 'desk', viewport: { width: 1200, height: 900 } },
  { name: 'telephone', viewport: { width: 390, height: 844 } },
];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('node axe.mjs FILE...');
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
let findings = 0;
for (const file of files) {
  for (const size of sizes) {
    const found = await check(file, size.viewport);
    findings += found.length;
    console.log(`${file} (${size.name}): ${found.length === 0 ? 'no finding' : `${found.length} findings`}`);
    for (const line of found) console.log(`  ${line}`);
  }
}
await browser.close();
process.exit(findings === 0 ? 0 : 1);

async function check(file, viewport) {
  const page = await browser.newPage({ viewport });
  const found = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) found.push(`asks for ${request.url()}`);
  });
  page.on('pageerror', (error) => found.push(`script error: ${error.message}`));
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.addScriptTag({ path: axe });
  const result = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), tags);
  for (const { id, help, nodes } of result.violations) {
    found.push(`${id}: ${help}`);
    for (const node of nodes.slice(0, 5)) found.push(`    ${node.html.slice(0, 160)}`);
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) found.push(`the page is ${wider} pixels wider than the window`);
  await page.close();
  return found;
}
