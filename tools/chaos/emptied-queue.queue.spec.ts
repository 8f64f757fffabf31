import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hasRedis } from '@anuyat/outbox/testing';
import type { RunReport } from './run';

/** The run of tests says on which backend; by hand the one that is there is looked at. */
const isOnRedis = process.env['REDIS_URL'] === undefined ? hasRedis : process.env['REDIS_URL'] !== '';

/** With the product's own waits: what is lost is handed over again after half a minute. */
describe(`a queue on ${isOnRedis ? 'Redis' : 'PostgreSQL'} that is emptied in mid-load`, () => {
  it('is rebuilt within a minute, with nothing lost and nothing doubled', () => {
    const { NODE_OPTIONS: _, REDIS_URL: __, ...environment } = process.env;
    const args = ['--seed', '60', '--cases', '24', '--faults', '1', '--kinds', 'queue-emptied', '--patience', 'product', '--json', ...(isOnRedis ? ['--redis'] : [])];
    const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('../chaos.mjs', import.meta.url)), ...args], { env: environment, encoding: 'utf8' });
    if (!stdout.startsWith('{')) throw new Error(`The run could not be done:\n${stderr}`);
    const { checked, troubles, faults } = JSON.parse(stdout) as RunReport;
    expect([...troubles, ...checked.flatMap(({ breaches }) => breaches)]).toEqual([]);
    expect(faults.map(({ kind }) => kind)).toEqual(['queue-emptied']);
    expect(faults[0]?.told).toMatch(/^\d+ effects had been handed over and were done in/);
  }, 280_000);
});
