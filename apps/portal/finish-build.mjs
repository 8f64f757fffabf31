// After the bundle: every text file also stands compressed beside itself, as the portal serves it (`.br`, `.gz`), and the
// applicant's first JavaScript is weighed. Over the budget the build fails.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

await import('./build-checker.mjs');

const BUDGET = 110_000;
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../dist/apps/portal');
const texts = readdirSync(folder).filter((name) => /\.(js|css|svg|html|txt)$/.test(name));

for (const name of texts) {
  const bytes = readFileSync(join(folder, name));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

const read = (name) => readFileSync(join(folder, name), 'utf8');
const scripts = new Set(texts.filter((name) => name.endsWith('.js')));
const first = new Set([...read('index.html').matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1].replace(/^\//, '')));

/** Chunks of the first page that no static import names: the home page and the Thai words. */
const alsoFirst = ['"anuyat-home"', 'anuyatWordsTh', 'เอกสารชุดเดียว'];
for (const name of scripts) {
  if (alsoFirst.some((mark) => read(name).includes(mark))) first.add(name);
}
for (const name of first) {
  for (const match of read(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) {
    if (scripts.has(match[1])) first.add(match[1]);
  }
}

const weigh = (ending) => [...first].reduce((sum, name) => sum + readFileSync(join(folder, `${name}${ending}`)).length, 0);
const gzip = weigh('.gz');
console.log(`First JavaScript in ${first.size} files: ${gzip} bytes with gzip, ${weigh('.br')} with brotli; the budget is ${BUDGET}.`);
if (gzip > BUDGET) {
  console.error(`The first page costs ${gzip - BUDGET} bytes more than the budget allows: move something behind a lazy route.`);
  process.exit(1);
}
