import { replayAll } from '@anuyat/registrar';
import { createWorld } from './testing/access-world';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true });
  await createWorld(portal);
}, 90_000);
afterAll(() => portal.close());

describe('the replay of a portal at work', () => {
  it('gives again every application of several licence types, those that wait, that were issued, and the licences that live', async () => {
    const { running } = portal;
    const report = await replayAll(running.source, running.library, running.calendar);
    expect(report.faults).toEqual([]);
    expect(report.counts.map(({ code }) => code)).toEqual(expect.arrayContaining(['estate-land-use', 'factory-type-3', 'signboard-tax']));
    expect(report.counts.some(({ code }) => code.endsWith(':life'))).toBe(true);
  });
});
