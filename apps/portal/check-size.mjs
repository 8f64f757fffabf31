// The applicant's first JavaScript: everything that the browser needs before and for the first page in Thai,
// compressed as the portal serves it. Over the budget the build fails.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';

const BUDGET = 110_000;
const folder = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../dist/apps/portal');
const names = new Set(readdirSync(folder).filter((name) => name.endsWith('.js')));
const read = (name) => readFileSync(join(folder, name), 'utf8');
const first = new Set(
  [...read('index.html').matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1].replace(/^\//, '')),
);

/** Chunks that are loaded on the first page although no static import names them: the home page and the Thai words. */
const alsoFirst = ['anuyat-home', 'anuyatWordsTh'];
for (const name of names) {
  if (alsoFirst.some((mark) => read(name).includes(mark)) && !first.has(name)) first.add(name);
}
for (const name of first) {
  for (const match of read(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
    if (names.has(match[1])) first.add(match[1]);
  }
}

const sizes = [...first].map((name) => ({ name, bytes: gzipSync(read(name)).length }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
for (const { name, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) console.log(`${String(bytes).padStart(8)}  ${name}`);
console.log(`${String(total).padStart(8)}  bytes of first JavaScript, compressed; the budget is ${BUDGET}`);
if (total > BUDGET) {
  console.error(`The first page costs ${total - BUDGET} bytes more than the budget allows: move something behind a lazy route.`);
  process.exit(1);
}
