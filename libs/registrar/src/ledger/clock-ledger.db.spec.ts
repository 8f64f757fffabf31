import { libraryCard } from '@anuyat/licence-kit/testing';
import { createDataSource } from '@anuyat/database';
import { ask, approveCard, deskOfficer, reader, send, startTestRegistrar, submitCard, type TestRegistrar } from '../testing';
import { fillLedgers, readLedgers, verifyLedger } from './ledger-keeper';

let running: TestRegistrar;

beforeAll(async () => {
  running = await startTestRegistrar('clock-ledger-spec');
});
afterAll(() => running.close());

const portal = { kind: 'portal', job: 'spec' } as const;
const items = [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }];
const card = libraryCard();

async function issued(): Promise<string> {
  const id = await submitCard(running);
  await ask(running, id, 'desk', deskOfficer, { data: { items } });
  await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
  await approveCard(running, id);
  await send(running, id, 'fee.paid', portal, { data: {} });
  await send(running, id, 'licence.issued', portal, { data: {} });
  return id;
}

const partiesOf = async (id: string, track: string): Promise<string[]> => ((await readLedgers(running.source, [id])).get(id) ?? []).filter((line) => line.track === track).map(({ party }) => party);

/** A line as somebody might write it past the door. */
function write(id: string, { track = 'desk', revision = 99, party = 'portal', after = '0' }): Promise<unknown> {
  return running.source.query(`INSERT INTO clock_ledger (application_id, track, by_revision, party, ground, from_at) VALUES ($1, $2, $3, $4, $5, now() + $6::interval)`, [
    id, track, revision, party, party === 'nobody' ? null : 'issuing', after,
  ]);
}

describe('the clock ledger in the database', () => {
  it('is written with each move, and only where time changes hands', async () => {
    const id = await issued();
    expect(await partiesOf(id, 'desk')).toEqual(['office', 'applicant', 'office', 'nobody']);
    expect(await partiesOf(id, 'vault')).toEqual(['office', 'nobody']);
    expect(await partiesOf(id, 'application')).toEqual(['lanes', 'applicant', 'portal', 'nobody']);
    expect(await verifyLedger(running.source, id, card)).toBeUndefined();
  });

  it('adds up: the stretches of the application’s own track are the whole time from receipt to end', async () => {
    const id = await issued();
    const [sum] = await running.source.query(
      `SELECT sum(extract(epoch FROM s.until_at - s.from_at)) = extract(epoch FROM a.moved_at - a.received_at_legal) AS "isWhole", bool_or(s.until_at IS NULL) AS "isOpen"
         FROM clock_stretch s JOIN application a ON a.id = s.application_id WHERE a.id = $1 AND s.track = 'application' GROUP BY a.id`,
      [id],
    );
    expect(sum).toEqual({ isWhole: true, isOpen: false });
  });

  it('is the same through the batch lane', async () => {
    const ids = [await submitCard(running), await submitCard(running)];
    const steps = ['desk.asked', 'desk.told', 'vault.accepted', 'withdrawn'];
    const told = { items, noticeId: 'n1', notice: 'N1', part: 1, parts: 1 };
    const outcomes = await running.registrar.receiveMany(ids.flatMap((applicationId) => steps.map((type) => ({
      applicationId, type, actor: type === 'withdrawn' ? reader : type === 'desk.told' ? portal : type === 'vault.accepted' ? vaultOfficerOf() : deskOfficer, data: type === 'desk.asked' ? { items } : type === 'desk.told' ? told : {},
    }))));
    expect(outcomes.filter(({ failure }) => failure)).toEqual([]);
    for (const id of ids) {
      expect(await partiesOf(id, 'desk')).toEqual(['office', 'applicant', 'nobody']);
      expect(await verifyLedger(running.source, id, card)).toBeUndefined();
    }
  });

  it.each<[string, { track?: string; revision?: number; party?: string; after?: string }, string]>([
    ['goes back in time', { after: '-1 year' }, 'must follow'],
    ['goes back in the history', { revision: 1 }, 'must follow'],
    ['follows the end of the application', { track: 'application' }, 'has ended'],
  ])('refuses a line that %s', async (_, line, message) => {
    const id = await issued();
    await expect(write(id, line)).rejects.toThrow(message);
  });

  it('refuses a ledger that does not begin with the legal receipt, and lets nobody rewrite it', async () => {
    const id = await submitCard(running);
    const owner = await createDataSource(running.database.ownerUrl, 'ledger-spec-owner').initialize();
    await owner.query(`DELETE FROM clock_ledger WHERE application_id = $1`, [id]);
    await owner.destroy();
    await expect(write(id, { track: 'application', revision: 1 })).rejects.toThrow('begin when it was received');
    await expect(running.source.query(`UPDATE clock_ledger SET from_at = now()`)).rejects.toThrow('permission denied');
    await expect(running.source.query(`DELETE FROM clock_ledger`)).rejects.toThrow('permission denied');
    expect(await fillLedgers(running.source, running.library)).toBe(1);
    expect(await verifyLedger(running.source, id, card)).toBeUndefined();
    expect(await fillLedgers(running.source, running.library)).toBe(0);
  });

  it('tells when it is not what the history says', async () => {
    const id = await submitCard(running);
    await write(id, {});
    expect(await verifyLedger(running.source, id, card)).toMatchObject({ track: 'desk', party: 'portal' });
  });
});

function vaultOfficerOf() {
  return { ...deskOfficer, offices: [{ code: 'bma-1039-building', permissions: ['review' as const] }] };
}
