// The page that checks an exported history without a network: script, style and policy in one file, for the portal's folder.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

const build = await rolldown({ cwd: root, input: join(here, 'checker/main.ts'), platform: 'browser', tsconfig: join(root, 'tsconfig.browser.json') });
const { output } = await build.generate({ format: 'iife', minify: true });
await build.close();

// A script element ends at the first "</script", whatever stands around it.
const script = output[0].code.trim().replaceAll('</script', '<\\/script');
const style = readFileSync(join(here, 'checker/checker.css'), 'utf8').trim();
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
const page = readFileSync(join(here, 'checker/check-history.html'), 'utf8').replace('%POLICY%', () => policy).replace('%STYLE%', () => style).replace('%SCRIPT%', () => script);

writeFileSync(join(root, 'dist/apps/portal/check-history.html'), page);
console.log(`The page that checks a history: ${Buffer.byteLength(page)} bytes.`);
