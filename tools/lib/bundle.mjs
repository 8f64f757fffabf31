import { mkdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, isAbsolute } from 'node:path';
import { rolldown } from 'rolldown';
import { inRoot } from './paths.mjs';
import { registryPlugin } from './registry.mjs';

const builtin = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

/** Our own code, and the small runtime that the compiler's output calls, go into a bundle; every package stays outside. */
function isExternal(id) {
  if (builtin.has(id)) return true;
  return !(id.startsWith('.') || isAbsolute(id) || id.startsWith('\0') || id.startsWith('@anuyat/') || id.startsWith('@oxc-project/runtime'));
}

/**
 * Bundles TypeScript entries of the server into one ES module each: `{ 'dist/apps/api/main.mjs': 'apps/api/src/main.ts' }`. With `isWhole` the
 * packages go in as well; `define` writes values in place of names.
 */
export async function bundle(entries, { isWhole = false, define = {} } = {}) {
  for (const [output, entry] of Object.entries(entries)) {
    const file = inRoot(output);
    mkdirSync(dirname(file), { recursive: true });
    const build = await rolldown({
      cwd: inRoot(),
      input: inRoot(entry),
      platform: 'node',
      tsconfig: inRoot('tsconfig.server.json'),
      external: isWhole ? (id) => builtin.has(id) : isExternal,
      transform: { define },
      plugins: [registryPlugin(inRoot('workflows'))],
      onLog: (level, log, print) => (level === 'warn' && log.code === 'EVAL' ? undefined : print(level, log)),
    });
    await build.write({ file, format: 'esm', sourcemap: true, codeSplitting: false });
    await build.close();
  }
}

/** Bundles one entry below dist/ and imports it. */
export async function importBundled(entry) {
  const output = `dist/${entry.replace(/\.ts$/, '.mjs')}`;
  await bundle({ [output]: entry });
  return import(inRoot(output));
}
