import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

describe('the project’s own commands', () => {
  it('are all known to what runs them', () => {
    const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const asked = Object.values(scripts).flatMap((script) => [...script.matchAll(/tools\/run\.mjs (\w+)/g)].map(([, name]) => name));
    const { stderr, status } = spawnSync(process.execPath, [inRoot('tools', 'run.mjs'), 'no-such-command'], { encoding: 'utf8' });
    const known = /There is: (.+)\./.exec(stderr)?.[1]?.split(', ') ?? [];
    expect(status).toBe(2);
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
  });
});
