import { Refusal, type Actor, type PersonActor } from '@anuyat/contract';
import { agencyReview } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { replayAll } from './replay/replay-all';
import { carryOut } from './testing/carry-out';
import { UnknownVersion } from './unknown-version';
import { startRegistrar } from './start-registrar';
import { answers, deskOfficer, reader, submitCard, submitCase, vaultOfficer } from './testing/library';
import { send } from './testing/steps';
import { startTestRegistrar, type TestRegistrar } from './testing/test-registrar';

const source = { from: 'Library rules', isVerified: true, effectiveFrom: '2026-01-01' };
const clock = { days: 3, unit: 'working' as const, source };
const desk = agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock, reads: ['reader', 'wish.purpose'], isOneStep: true });
const guard = agencyReview('guard', { law: 'public-health', duty: 'sanitation', clock, reads: ['reader'] });
const { texts } = libraryCard();
const named = { th: { ...texts.th, 'lanes.guard': 'ยาม' }, en: { ...texts.en, 'lanes.guard': 'Guard' } };

/** A counter that decides at once, and nobody else. */
const oneStep = libraryCard({ version: 2, lanes: [desk] });
/** As the first, with a guard beside it. */
const guarded = libraryCard({ version: 3, lanes: [agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock, reads: ['reader', 'wish.purpose'] }), guard], texts: named });

const admin: PersonActor = { ...reader, accountId: '99999999-9999-4999-8999-999999999999', roles: ['admin'] };
const guardOffice = { guard: { office: 'bma-1039-sanitation', agency: 'bma', because: { th: 'เขตวัฒนา', en: 'Watthana' } } };

let running: TestRegistrar;
beforeAll(async () => {
  running = await startTestRegistrar('relocation-spec');
  await running.source.transaction(async (tx) => {
    await running.library.publish(tx, 'licence', oneStep);
    await running.library.publish(tx, 'licence', guarded);
  });
});
afterAll(() => running.close());

const noBooks = { ...answers, wish: { rareBooks: 0, purpose: 'pleasure' } };
const relocate = (applicationId: string, to: number, revision: number, more: { actor?: Actor; offices?: typeof guardOffice | Record<string, never> } = {}) =>
  running.registrar.relocate({ applicationId, to, revision, actor: admin, offices: guardOffice, note: 'ตามกฎกระทรวงใหม่', ...more });
const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: unknown) => (error instanceof Refusal ? error.code : String(error)));
const stored = async (id: string) => (await running.source.query(`SELECT version, revision, state, status, offices FROM application WHERE id = $1`, [id]))[0];

describe('two versions in force', () => {
  it('each take their own events: a running application stays on its version, a new one follows the new', async () => {
    const [old] = (await submitCase(running, noBooks)).opened;
    const [young] = (await submitCase(running, noBooks, 1, { version: 2 })).opened;
    await send(running, old?.applicationId ?? '', 'desk.accepted', deskOfficer);
    expect(await codeOf(send(running, young?.applicationId ?? '', 'desk.accepted', deskOfficer))).toBe('unknown-event');
    expect(await send(running, young?.applicationId ?? '', 'desk.approved', deskOfficer)).toMatchObject({ status: 'awaiting-payment' });
    expect(await send(running, old?.applicationId ?? '', 'desk.approved', deskOfficer)).toMatchObject({ status: 'awaiting-payment', revision: 3 });
    expect([(await stored(old?.applicationId ?? '')).version, (await stored(young?.applicationId ?? '')).version]).toEqual([1, 2]);
  });

  it('are taken in one batch, each by its own', async () => {
    const ids = await Promise.all([1, 2].map(async (version) => (await submitCase(running, noBooks, 1, { version })).opened[0]?.applicationId ?? ''));
    const outcomes = await running.registrar.receiveMany(ids.map((applicationId) => ({ applicationId, type: 'desk.accepted', actor: deskOfficer })));
    expect(outcomes.map(({ failure }) => (failure instanceof Refusal ? failure.code : 'taken'))).toEqual(['taken', 'unknown-event']);
  });

  it('are known to a process that was started before the second was published', async () => {
    const late = libraryCard({ version: 9, lanes: [desk] });
    const other = await startRegistrar({ configuration: { DATABASE_URL: running.database.appUrl }, name: 'late', onError: () => undefined });
    await running.source.transaction((tx) => running.library.publish(tx, 'licence', late));
    const [card] = (await submitCase(running, noBooks, 1, { version: 9 })).opened;
    expect(await send(other, card?.applicationId ?? '', 'desk.approved', deskOfficer)).toMatchObject({ status: 'awaiting-payment' });
    await other.close();
  });

  it('are looked up at once by whoever does an effect and does not know them yet; what was never published fails as ever', async () => {
    const newest = libraryCard({ version: 10, lanes: [desk] });
    const other = await startRegistrar({ configuration: { DATABASE_URL: running.database.appUrl }, name: 'worker', onError: () => undefined });
    await other.courier.stop();
    other.restFollowing();
    await running.source.transaction((tx) => running.library.publish(tx, 'licence', newest));
    const { opened: [card] } = await submitCase(running, noBooks, 1, { version: 10 });
    const seen: number[] = [];
    const tries: number[] = [];
    const inbox = { effects: ['requestReview'], perform: (_: unknown, { applicationId }: { applicationId: string }) => {
      if (applicationId !== card?.applicationId) return Promise.resolve();
      tries.push(seen.length);
      seen.push(other.library.getLicence('library-card', 10).version);
      return Promise.resolve();
    } };
    await carryOut(other, [inbox]);
    expect([seen, tries]).toEqual([[10], [0, 0]]);
    expect(await other.library.catchUp(new UnknownVersion('library-card', 77))).toBe(false);
    await other.close();
  });
});

describe('moving an application to another version', () => {
  it('takes back the work and the clock of a lane that is gone', async () => {
    const id = await submitCard(running);
    expect(await relocate(id, 3, 1)).toMatchObject({ revision: 2 });
    const outbox = await running.source.query(`SELECT effect, params FROM outbox WHERE application_id = $1 AND revision = 2 ORDER BY id`, [id]);
    expect(outbox).toContainEqual({ effect: 'closeReview', params: { lane: 'vault' } });
    expect(await running.source.query(`SELECT stopped_at IS NOT NULL AS stopped FROM timer WHERE application_id = $1 AND name = 'vault.due'`, [id])).toEqual([{ stopped: true }]);
    expect(await codeOf(send(running, id, 'vault.accepted', vaultOfficer))).toBe('unknown-event');
  });

  it('is refused where the version does not take what has happened', async () => {
    const id = await submitCard(running, noBooks);
    await send(running, id, 'desk.accepted', deskOfficer);
    expect(await codeOf(relocate(id, 2, 2))).toBe('event-not-accepted');
    expect(await stored(id)).toMatchObject({ version: 1, revision: 2 });
  });

  it('goes on at the same place, with a line in its history, and work and clock for a lane that is new', async () => {
    const [card] = (await submitCase(running, noBooks, 1, { version: 2 })).opened;
    const id = card?.applicationId ?? '';
    expect(await relocate(id, 3, 1)).toMatchObject({ revision: 2, status: 'in-review' });
    expect(await stored(id)).toMatchObject({ version: 3, state: { value: { review: { desk: 'checking', guard: 'checking' } } }, offices: { guard: { office: 'bma-1039-sanitation' } } });
    const outbox = await running.source.query(`SELECT effect, params FROM outbox WHERE application_id = $1 AND revision = 2`, [id]);
    expect(outbox).toEqual([{ effect: 'requestReview', params: { lane: 'guard', stage: 'completeness' } }]);
    const clocks = await running.source.query(`SELECT name FROM timer WHERE application_id = $1 AND stopped_at IS NULL ORDER BY name`, [id]);
    expect(clocks).toEqual(['desk.due', 'desk.window', 'guard.due', 'guard.window'].map((name) => ({ name })));
    const [line] = await running.source.query(`SELECT type, data FROM history WHERE application_id = $1 AND revision = 2`, [id]);
    expect(line).toMatchObject({ type: 'version.moved', data: { from: 2, to: 3, note: 'ตามกฎกระทรวงใหม่' } });
    await send(running, id, 'desk.accepted', deskOfficer);
  });

  it('is for administrators alone, and for the revision that they saw', async () => {
    const [card] = (await submitCase(running, noBooks, 1, { version: 2 })).opened;
    const id = card?.applicationId ?? '';
    expect(await codeOf(relocate(id, 3, 1, { actor: vaultOfficer }))).toBe('not-allowed');
    expect(await codeOf(relocate(id, 3, 7))).toBe('stale-revision');
    expect(await codeOf(relocate(id, 2, 1))).toBe('event-not-accepted');
    expect(await codeOf(relocate(id, 3, 1, { offices: {} }))).toBe('event-not-accepted');
    expect(await stored(id)).toMatchObject({ version: 2, revision: 1 });
  });

  it('replays: each step under the version that was in force for it', async () => {
    const report = await replayAll(running.source, running.library, running.calendar);
    expect(report.faults).toEqual([]);
    expect(report.counts[0]?.applications).toBeGreaterThan(5);
  });
});
