import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inForce } from './in-force';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('a right that is in force', () => {
  it('begins with its first moment and is over at its last, if it has one', () => {
    expect(inForce('m')).toBe('m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())');
    expect(inForce()).toBe('valid_from <= now() AND (valid_until IS NULL OR valid_until > now())');
  });

  it('is said in one place', () => {
    const files = globSync(['libs/*/src/**/*.ts', 'apps/{api,worker}/src/**/*.ts'], { cwd: root }).filter((file) => !file.includes('.spec.') && !file.endsWith('in-force.ts'));
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => readFileSync(`${root}${file}`, 'utf8').includes('valid_from <= now()'))).toEqual([]);
  });
});
