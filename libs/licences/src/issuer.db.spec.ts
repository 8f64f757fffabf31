import type { LicenceDefinition } from '@anuyat/licence-kit';
import { EffectFailed, Workshop } from '@anuyat/outbox';
import { verifyHistory, type Registrar } from '@anuyat/registrar';
import { approveCard, carryOut, deskOfficer, reader, send, startTestRegistrar, submitCase, vaultOfficer, type TestRegistrar } from '@anuyat/registrar/testing';
import { conditionsOf } from './conditions';
import { Issuer } from './issuer';
import { LicenceRegister } from './licences';
import { printedCard } from './testing/card';
import { validUntil } from './validity';

let running: TestRegistrar;
let definition: LicenceDefinition;
const bookCase = { businessName: 'ร้านหนังสือ', place: { subdistrict: '103901' } };

beforeAll(async () => {
  running = await startTestRegistrar('issuer-spec');
  definition = { ...printedCard(3), version: 2 };
  await running.source.transaction((tx) => running.library.publish(tx, 'licence', definition));
});
afterAll(() => running.close());

const issuer = (registrar: Pick<Registrar, 'receiveAllWithin'> = running.registrar) => new Issuer(running.library, registrar as Registrar, running.calendar);

/** Paid cards that wait to be issued, under the version that has conditions. */
async function paidCards(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const { opened } = await submitCase(running, undefined, 1, bookCase);
    const id = opened[0]?.applicationId ?? '';
    await running.source.query(`UPDATE application SET version = 2 WHERE id = $1`, [id]);
    await approveCard(running, id);
    await send(running, id, 'fee.paid', { kind: 'portal', job: 'cashier' }, { data: {} });
    ids.push(id);
  }
  return ids;
}

async function outboxOf(ids: string[]): Promise<string[]> {
  const rows: { id: string }[] = await running.source.query(`SELECT id FROM outbox WHERE application_id = ANY($1) AND effect = 'issueLicence'`, [ids]);
  return rows.map(({ id }) => id);
}

function licencesOf(ids: string[]): Promise<Record<string, unknown>[]> {
  return running.source.query(`SELECT *, to_char(issued_on, 'YYYY-MM-DD') AS issued_on, to_char(valid_until, 'YYYY-MM-DD') AS valid_until FROM licence WHERE application_id = ANY($1) ORDER BY number`, [ids]);
}

async function lastNumber(): Promise<number> {
  const [row] = await running.source.query(`SELECT coalesce(max(last), 0)::int AS last FROM number_series`);
  return row.last;
}

it('issues a licence with its number, holder, place, conditions and last day, and tells the application', async () => {
  const [id = ''] = await paidCards(1);
  await carryOut(running, [issuer()]);
  const [licence] = await licencesOf([id]);
  expect(licence).toMatchObject({
    number: expect.stringMatching(/^LC-BMA1039REGISTRY-25\d\d-\d{5}$/), code: 'library-card', version: 2, office: 'bma-1039-registry', holder: 'สมหญิง', account_id: reader.accountId,
    business_name: 'ร้านหนังสือ', place_th: expect.stringContaining('วัฒนา'), place_en: expect.stringContaining('Watthana'), edition: 1,
    conditions: [1, 2, 3].map((n) => ({ th: `คืนหนังสือให้ตรงเวลา ข้อ ${n}`, en: `Return books in time, no. ${n}` })),
    paper_key: expect.stringMatching(/^[\w-]{20}$/),
  });
  expect(licence?.['valid_until']).toBe(validUntil(definition.validity, String(licence?.['issued_on'])));
  const [application] = await running.source.query(`SELECT status FROM application WHERE id = $1`, [id]);
  expect(application.status).toBe('issued');
  const [line] = await running.source.query(`SELECT data, actor FROM history WHERE application_id = $1 AND type = 'licence.issued'`, [id]);
  expect(line).toEqual({ data: { number: licence?.['number'] }, actor: { kind: 'portal', job: 'issuer' } });
});

it('prints what the officers made a condition after those of the licence type', async () => {
  const { opened } = await submitCase(running, undefined, 1, bookCase);
  const id = opened[0]?.applicationId ?? '';
  await running.source.query(`UPDATE application SET version = 2 WHERE id = $1`, [id]);
  await send(running, id, 'vault.accepted', vaultOfficer);
  await send(running, id, 'vault.inspectionPlanned', vaultOfficer, { data: { plannedFor: '2026-12-01T03:00:00Z' } });
  await send(running, id, 'vault.inspectionRecorded', vaultOfficer, { data: { result: 'passed', findings: 'เรียบร้อย' } });
  await send(running, id, 'vault.approved', vaultOfficer);
  await send(running, id, 'desk.accepted', deskOfficer);
  await send(running, id, 'desk.approved', deskOfficer, { data: { conditions: ['ห้ามนำหนังสือหายากออกนอกอาคาร'] } });
  await send(running, id, 'fee.paid', { kind: 'portal', job: 'cashier' }, { data: {} });
  await carryOut(running, [issuer()]);
  const [licence] = await licencesOf([id]);
  expect(licence?.['conditions']).toEqual([...conditionsOf(definition), { th: 'ห้ามนำหนังสือหายากออกนอกอาคาร', en: 'ห้ามนำหนังสือหายากออกนอกอาคาร' }]);
});

it('issues a licence once, however often the job is delivered', async () => {
  const [id = ''] = await paidCards(1);
  const [outboxId = ''] = await outboxOf([id]);
  const workshop = new Workshop(running.source, running.backend, running.announcer, [issuer()], () => undefined);
  const row = { id: outboxId, applicationId: id, caseId: '', revision: 9, effect: 'issueLicence', params: {}, queue: 'licences' };
  await Promise.all([workshop.work(outboxId, 'issueLicence'), workshop.work(outboxId, 'issueLicence'), workshop.work(outboxId, 'issueLicence')]);
  const before = await lastNumber();
  await running.source.transaction((tx) => issuer().perform(tx, row));
  expect(await licencesOf([id])).toHaveLength(1);
  expect(await lastNumber()).toBe(before);
});

it('issues nothing for an application that is not at its issuing', async () => {
  const { opened } = await submitCase(running);
  const [id = ''] = opened.map(({ applicationId }) => applicationId);
  await running.source.transaction((tx) => issuer().perform(tx, { id, applicationId: id, caseId: '', revision: 1, effect: 'issueLicence', params: {}, queue: 'licences' }));
  expect(await licencesOf([id])).toEqual([]);
});

it('writes neither licence nor number when the event fails, and the event not without the licence', async () => {
  const [id = ''] = await paidCards(1);
  const before = await lastNumber();
  const failing = issuer({ receiveAllWithin: async (...args) => (await running.registrar.receiveAllWithin(...args), Promise.reject(new Error('the line broke'))) });
  const workshop = new Workshop(running.source, running.backend, running.announcer, [failing], () => undefined);
  const [outboxId = ''] = await outboxOf([id]);
  await expect(workshop.work(outboxId, 'issueLicence')).rejects.toThrow(EffectFailed);
  const [application] = await running.source.query(`SELECT status, revision FROM application WHERE id = $1`, [id]);
  expect([application.status, await licencesOf([id]), await lastNumber()]).toEqual(['issuing', [], before]);
  await carryOut(running, [issuer()]);
  expect(await licencesOf([id])).toHaveLength(1);
  expect(await lastNumber()).toBe(before + 1);
});

it('numbers without gap or double when twenty are issued at once and half of them fail at first', async () => {
  const ids = await paidCards(20);
  const before = await lastNumber();
  const failing = new Set(ids.filter((_, at) => at % 2));
  const flaky = issuer({
    receiveAllWithin: async (client, receptions) => {
      const received = await running.registrar.receiveAllWithin(client, receptions);
      const broken = receptions.filter(({ applicationId }) => failing.has(applicationId));
      if (receptions.length === 1) for (const { applicationId } of broken) failing.delete(applicationId);
      if (broken.length > 0) throw new Error('the line broke');
      return received;
    },
  });
  const workshop = new Workshop(running.source, running.backend, running.announcer, [flaky], () => undefined);
  const rows = await outboxOf(ids);
  const tries = await Promise.allSettled(rows.map((row) => workshop.work(row, 'issueLicence')));
  expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(10);
  await Promise.all(rows.map((row) => workshop.work(row, 'issueLicence')));
  const numbers = (await licencesOf(ids)).map(({ number }) => Number(String(number).slice(-5)));
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, at) => before + at + 1));
  const faults = await Promise.all(ids.map((id) => verifyHistory(running.source, id, definition)));
  expect(faults.filter(Boolean)).toEqual([]);
  expect(await outboxOf(ids)).toEqual([]);
});

it('issues licences of several series in one transaction, each series without a gap', async () => {
  const ids = [...(await paidCards(3)), ...(await paidCards(3))];
  const elsewhere = ids.filter((_, at) => at % 2 === 1);
  await running.source.query(`UPDATE application SET offices = jsonb_set(offices, ARRAY[$2, 'office'], '"bma-1033-registry"') WHERE id = ANY($1)`, [elsewhere, definition.lanes[0]?.id]);
  await running.source.transaction(async (tx) => {
    const rows = (await outboxOf(ids)).map((id, at) => ({ id, applicationId: ids[at] ?? '', caseId: '', revision: 9, effect: 'issueLicence', params: {}, queue: 'licences' }));
    const cases: { id: string; case_id: string }[] = await tx.query('SELECT id, case_id FROM application WHERE id = ANY($1)', [ids]);
    await issuer().performAll(tx, rows.map((row) => ({ ...row, caseId: cases.find(({ id }) => id === row.applicationId)?.case_id ?? '' })));
  });
  const series = Map.groupBy(await licencesOf(ids), ({ office }) => String(office));
  expect([...series.keys()].toSorted()).toEqual(['bma-1033-registry', 'bma-1039-registry']);
  for (const licences of series.values()) {
    const numbers = licences.map(({ number }) => Number(String(number).slice(-5))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
    expect(numbers).toHaveLength(3);
  }
  await running.source.query('DELETE FROM outbox WHERE application_id = ANY($1)', [ids]);
});

describe('the register', () => {
  let number: string;
  let key: string;
  const register = () => new LicenceRegister(running.source, running.library);

  beforeAll(async () => {
    const [id = ''] = await paidCards(1);
    await carryOut(running, [issuer()]);
    const [licence] = await licencesOf([id]);
    number = String(licence?.['number']);
    key = String(licence?.['paper_key']);
  });

  it('says what anybody may know of a licence, and no more', async () => {
    const { licence, ...rest } = await register().verify(number);
    expect(rest).toEqual({ isFound: true, checkedAt: expect.any(String) });
    expect(Object.keys(licence ?? {}).toSorted()).toEqual(
      ['businessName', 'code', 'conditions', 'edition', 'holder', 'issuedBy', 'issuedOn', 'kind', 'number', 'place', 'since', 'status', 'title', 'validUntil'],
    );
    expect(licence).toMatchObject({ number, status: 'valid', title: { en: 'Library card' }, issuedBy: { code: 'bma-1039-registry' } });
  });

  it('finds a number however it is typed', async () => {
    expect((await register().verify(` ${number.toLowerCase()} `)).isFound).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a number that was never given', 'LC-NOBODY-2569-00001'],
    ['a piece of SQL', `' OR true --`],
    ['a long word', 'ก'.repeat(500)],
  ])('does not know %s', async (_, unknown) => {
    expect(await register().verify(unknown)).toEqual({ isFound: false, checkedAt: expect.any(String) });
  });

  it('tells the paper that was printed from another', async () => {
    const genuine = async (given?: string) => (await register().verify(number, given)).isPaperGenuine;
    expect([await genuine(key), await genuine(`${key}x`), await genuine(key.toUpperCase()), await genuine(''), await genuine('ก'.repeat(20)), await genuine()]).toEqual([
      true, false, key.toUpperCase() === key, false, false, undefined,
    ]);
  });

  it.each([
    ['valid', 'valid', 0],
    ['expired', 'valid', -1],
    ['suspended', 'suspended', 5],
    ['revoked', 'revoked', -1],
  ])('says that a licence is %s', async (says, status, days) => {
    await running.source.query(`UPDATE application SET status = $2 WHERE life_of = $1`, [number, status]);
    await running.source.query(`UPDATE licence SET valid_until = (now() AT TIME ZONE 'Asia/Bangkok')::date + $2::int WHERE number = $1`, [number, days]);
    expect((await register().verify(number)).licence?.status).toBe(says);
  });

  it('never says that one without a last day is expired', async () => {
    await running.source.query(`UPDATE licence SET valid_until = NULL WHERE number = $1`, [number]);
    await running.source.query(`UPDATE application SET status = 'valid' WHERE life_of = $1`, [number]);
    expect((await register().verify(number)).licence).toMatchObject({ status: 'valid', validUntil: null });
  });

  it('lists a person’s licences and a case’s, and nobody else’s', async () => {
    const mine = await register().ofAccount(reader.accountId);
    expect(mine.length).toBeGreaterThan(20);
    expect(await register().ofAccount('99999999-9999-4999-8999-999999999999')).toEqual([]);
    const [{ caseId = '' } = {}] = mine;
    expect(await register().ofCase(caseId)).toEqual([expect.objectContaining({ caseId })]);
  });

  it('forgets no licence: the portal cannot remove one', async () => {
    await expect(running.source.query(`DELETE FROM licence`)).rejects.toThrow('permission denied');
  });
});
