// The pages that check without a network: an exported history, and the code of a licence. Script, style and policy are in one file each.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const fonts = ['thai', 'latin'].flatMap((script) => [400, 700].map((weight) => fontFace(script, weight)));
const style = [...fonts, readFileSync(join(here, 'checker/checker.css'), 'utf8').trim()].join('\n');
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** @param {string} more what the page may do beside running its own script. */
async function buildPage(folder, name, more) {
  const build = await rolldown({ cwd: root, input: join(here, folder, 'main.ts'), platform: 'browser', tsconfig: join(root, 'tsconfig.browser.json') });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  // A script element ends at the first "</script", whatever stands around it.
  const script = output[0].code.trim().replaceAll('</script', '<\\/script');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; font-src data:; ${more}; base-uri 'none'; form-action 'none'`;
  const page = readFileSync(join(here, folder, name), 'utf8').replace('%POLICY%', () => policy).replace('%STYLE%', () => style).replace('%SCRIPT%', () => script);
  writeFileSync(join(root, 'dist/apps/portal', name), page);
  console.log(`${name}: ${Buffer.byteLength(page)} bytes.`);
}

await buildPage('checker', 'check-history.html', 'img-src data:');
await buildPage('licence-checker', 'check-licence.html', "img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'");

/** Sarabun in the page itself: it reads the same on a device without Thai letters, and from a disk. */
function fontFace(script, weight) {
  const font = readFileSync(join(root, `node_modules/@fontsource/sarabun/files/sarabun-${script}-${weight}-normal.woff2`)).toString('base64');
  const range = script === 'thai' ? 'unicode-range:U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC;' : '';
  return `@font-face{font-family:Sarabun;font-weight:${weight};src:url(data:font/woff2;base64,${font}) format("woff2");${range}}`;
}
