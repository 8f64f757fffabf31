import { libraryCard } from '@anuyat/licence-kit/testing';
import { ask, approveCard, deskOfficer, reader, send, startTestRegistrar, submitCard, type TestRegistrar } from '../testing';
import { readLedgers, verifyLedger } from './ledger-keeper';

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
function write(id: string, { track = 'desk', revision = 99, party = 'portal', after = '0', ground = party === 'nobody' ? null : 'issuing' }: { track?: string; revision?: number; party?: string; after?: string; ground?: string | null }): Promise<unknown> {
  return running.source.query(
    `INSERT INTO history (application_id, revision, type, data, actor, at, rulings, state, effects, handed, previous_hash, hash)
     SELECT id, $2, 'forged', '{}', '{}', now() + $3::interval, '{}', state, '[]', $4, '', '' FROM application WHERE id = $1`,
    [id, revision, after, JSON.stringify([{ track, party, ground }])],
  );
}

interface Kept {
  party: string;
  from_at: Date;
  until_at: Date | null;
}

const stretchesIn = (id: string, track: string): Promise<Kept[]> =>
  running.source.query(`SELECT party, from_at, until_at FROM clock_stretch WHERE application_id = $1 AND track = $2 ORDER BY by_revision`, [id, track]);

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

  it('gives a line that goes back in time no time of the line before it', async () => {
    const id = await submitCard(running);
    const [office] = await stretchesIn(id, 'desk');
    await write(id, { after: '-1 year' });
    await write(id, { revision: 100, party: 'applicant' });
    const [portal, applicant] = await stretchesIn(id, 'desk');
    expect(portal).toMatchObject({ party: 'portal', from_at: office?.from_at, until_at: applicant?.from_at });
    expect(applicant).toMatchObject({ party: 'applicant', until_at: null });
  });

  it('gives nothing to a line that follows the end of the application', async () => {
    const id = await issued();
    const before = await stretchesIn(id, 'application');
    await write(id, { track: 'application' });
    expect(await stretchesIn(id, 'application')).toEqual(before);
  });

  it('begins with the legal receipt, whatever the first line says', async () => {
    const id = await submitCard(running);
    const [{ received }] = await running.source.query(`SELECT received_at_legal AS received FROM application WHERE id = $1`, [id]);
    expect((await stretchesIn(id, 'application'))[0]?.from_at).toEqual(received);
    await write(id, { track: 'fee', after: '-9 years' });
    expect((await stretchesIn(id, 'fee'))[0]?.from_at).toEqual(received);
  });

  it.each([
    ['of a party that there is not', { party: 'somebody' }],
    ['of nobody’s time with a ground', { party: 'nobody', ground: 'issuing' }],
    ['of a party’s time without one', { ground: null }],
  ])('refuses a line %s', async (_, line) => {
    const id = await submitCard(running);
    await expect(write(id, line)).rejects.toThrow('history_hands_to_a_party');
  });

  it('lets nobody rewrite it', async () => {
    await expect(running.source.query(`UPDATE history SET handed = NULL`)).rejects.toThrow('permission denied');
    await expect(running.source.query(`DELETE FROM history`)).rejects.toThrow('permission denied');
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
