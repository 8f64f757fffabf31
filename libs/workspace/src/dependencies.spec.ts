import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = <T>(file: string): T => JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as T;

interface Locked {
  version: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
}

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

const locks = ['package-lock.json', 'bench/package-lock.json'];
const packagesOf = (file: string) => Object.entries(read<{ packages: Record<string, Locked> }>(file).packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');
const manifest = read<Manifest>('package.json');

/** Licences under which a package may be used and given away without more than naming it. */
const permissive = new Set(['MIT', 'MIT-0', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Zlib', 'OFL-1.1', 'Python-2.0', 'Unlicense', 'W3C-20150513', 'Artistic-2.0', 'WTFPL']);

/** Others that were looked at, by name. `runs` are given to people with the portal; the rest only builds and tests it. */
const lookedAt: readonly { name: RegExp; licence: string | undefined; why: string; runs?: true }[] = [
  { name: /^@img\/sharp-/, licence: 'LGPL-3.0-or-later', runs: true, why: 'libvips, a library of its own that is linked dynamically and can be exchanged' },
  { name: /^axe-core$/, licence: 'MPL-2.0', why: 'looks at pages in tests, unchanged' },
  { name: /^lightningcss/, licence: 'MPL-2.0', why: 'writes style sheets in the build, unchanged' },
  { name: /^caniuse-lite$/, licence: 'CC-BY-4.0', why: 'data about browsers, read in the build' },
  { name: /^(body|bytes|continuable-cache|error|safe-json-parse|string-template)$/, licence: undefined, why: 'MIT, said in an older way or on its page; behind a development server that is never started' },
  { name: /^combine-errors$/, licence: undefined, why: 'MIT, said on its page; behind tus-js-client, which only tests use' },
  { name: /^wordcut$/, licence: undefined, why: 'LGPL-3.0 by its licence file; comes with thai-address-database, whose data alone are read, once' },
];

describe('the lock file', () => {
  it.each(locks)('of %s names every package by its checksum, and nowhere where to get it', (file) => {
    const packages = packagesOf(file);
    expect(packages.length).toBeGreaterThan(20);
    expect(packages.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([path]) => path)).toEqual([]);
    expect(readFileSync(`${root}${file}`, 'utf8')).not.toMatch(/"(version|resolved|[^"]+)": "(git|file|https?|ssh)[+:][^"]*\.(tgz|git)/);
  });

  it('pins what the manifest asks for, exactly', () => {
    const packages = new Map(packagesOf('package-lock.json'));
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)]);
      expect([name, packages.get(`node_modules/${name}`)?.version]).toEqual([name, version]);
    }
  });

  it('has no package with an install script that was not looked at, and none of them runs', () => {
    const withScript = [...new Set(packagesOf('package-lock.json').filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)))].sort();
    expect(Object.keys(manifest.allowScripts ?? {}).sort()).toEqual(withScript);
    expect(Object.values(manifest.allowScripts ?? {}).filter(Boolean)).toEqual([]);
    for (const file of ['tools/lib/install.mjs', 'docker/Dockerfile']) expect(readFileSync(`${root}${file}`, 'utf8')).toContain('--ignore-scripts');
  });
});

describe('the licence of every package', () => {
  it.each(locks)('in %s is permissive, or was looked at', (file) => {
    const others = packagesOf(file).filter(([path, { license, dev }]) => {
      const unusual = license === undefined ? [undefined] : license.replace(/[()]/g, '').split(/ (?:AND|OR) /).filter((part) => !permissive.has(part));
      const found = lookedAt.filter(({ name, runs }) => name.test(nameOf(path)) && (dev || runs));
      return unusual.some((part) => !found.some(({ licence }) => licence === part));
    });
    expect(others.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
  });

  it('has no exception that nothing needs any more', () => {
    const names = locks.flatMap(packagesOf).map(([path]) => nameOf(path));
    expect(lookedAt.filter(({ name }) => !names.some((each) => name.test(each)))).toEqual([]);
  });
});

describe('an exception of the audit', () => {
  it('has a package, an advisory, a reason and a day on which it ends', () => {
    for (const exception of read<Record<string, string>[]>('tools/audit-exceptions.json')) {
      expect(exception).toEqual({ package: expect.any(String), advisory: expect.stringMatching(/^GHSA-/), why: expect.stringMatching(/\w/), until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    }
  });
});
