import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { EffectRef, LicenceDefinition, StateConfig } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { provingThreads } from '@anuyat/versions';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `dist/tools/prover-of-${process.pid}`;

let program: string;
beforeAll(async () => {
  const build = `import { bundleProver } from './tools/lib/release-proofs.mjs'; process.stdout.write(await bundleProver(${JSON.stringify(folder)}));`;
  program = (await run(process.execPath, ['--input-type=module', '--eval', build], { cwd: root })).stdout;
}, 60_000);
afterAll(() => rm(`${root}${folder}`, { recursive: true, force: true }));

const asApplication = (definition: LicenceDefinition) => ({ as: 'application' as const, definition });

function unpaid(): LicenceDefinition {
  const definition = structuredClone(libraryCard({ code: 'unpaid' }));
  (definition.machine.states?.['awaitingPayment'] as StateConfig).entry?.push({ type: 'issueLicence', params: {} } as unknown as EffectRef);
  return definition;
}

describe('the prover in threads of its own', () => {
  it('says of each definition whether it proves, in the order asked, with the story in both languages', async () => {
    const [good, bad, other] = await provingThreads(program)([libraryCard(), unpaid(), libraryCard({ code: 'other' })].map(asApplication));
    expect([good, bad, other].map((verdict) => [verdict?.code, verdict?.isProved])).toEqual([['library-card', true], ['unpaid', false], ['other', true]]);
    const story = bad?.promises.find(({ code }) => code === 'nothing-issued-unpaid')?.story;
    expect([story?.th, story?.en]).toEqual([expect.stringContaining('ยังไม่ได้ชำระค่าธรรมเนียม'), expect.stringContaining('never paid')]);
  }, 60_000);

  it('leaves this thread to whoever else asks something of it', async () => {
    const order: string[] = [];
    const proved = provingThreads(program)([asApplication(libraryCard())]).then(() => order.push('proved'));
    await new Promise((resolve) => setImmediate(resolve)).then(() => order.push('another request'));
    await proved;
    expect(order).toEqual(['another request', 'proved']);
  }, 60_000);

  it('says so where a definition takes more time than it may, and goes on with the next', async () => {
    const [late] = await provingThreads(program, { ms: 1, megabytes: 512 })([asApplication(libraryCard())]);
    expect(late).toMatchObject({ isProved: false, promises: [{ code: 'can-be-explored', isKept: false }] });
    const [small] = await provingThreads(program, { ms: 60_000, megabytes: 8 })([asApplication(libraryCard())]);
    expect(small?.isProved).toBe(false);
    expect(await provingThreads(program)([asApplication(libraryCard())])).toMatchObject([{ isProved: true }]);
  }, 60_000);
});
