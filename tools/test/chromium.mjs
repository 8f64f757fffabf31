import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/**
 * A Chromium to test with, as environment variables: the one named in CHROMIUM_PATH, one of this machine, or the one that
 * came with npm. Undefined when none runs.
 */
export async function findChromium(environment = process.env) {
  if (environment.CHROMIUM_PATH) return { CHROMIUM_PATH: environment.CHROMIUM_PATH, CHROMIUM_LIBRARIES: environment.CHROMIUM_LIBRARIES ?? '' };
  const folders = (environment.PATH ?? '').split(delimiter);
  const own = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find((path) => existsSync(path));
  return own ? { CHROMIUM_PATH: own, CHROMIUM_LIBRARIES: '' } : packaged();
}

/** The package holds a compressed Chromium for Linux on x64, and the libraries that a bare machine lacks. */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return inFolderOfOurOwn(async () => {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    if (runs(path)) return { CHROMIUM_PATH: path, CHROMIUM_LIBRARIES: '' };
    const libraries = join(await inflate(join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin', 'al2023.tar.br')), 'lib');
    return runs(path, libraries) ? { CHROMIUM_PATH: path, CHROMIUM_LIBRARIES: libraries } : undefined;
  });
}

const runs = (path, libraries) => spawnSync(path, ['--version'], { env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) } }).status === 0;

/** It unpacks into the temporary folder under a fixed name, which must not be another account's. */
async function inFolderOfOurOwn(work) {
  const usual = process.env.TMPDIR;
  const folder = join(tmpdir(), `anuyat-chromium-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
}
