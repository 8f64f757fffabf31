import type { PersonActor } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { lifeOf } from '@anuyat/licence-kit';
import { readApplications, verifyHistory } from '@anuyat/registrar';
import { approveCard, carryOut, deskOfficer, reader, send, startTestRegistrar, stranger, submitCase, vaultOfficer, type TestRegistrar } from '@anuyat/registrar/testing';
import { Issuer } from './issuer';
import { readLicenceLife } from './licence-life';
import { LicenceRegister } from './licences';
import { LifeOpener } from './life-opener';
import { OfficeRegister } from './office-register';
import { Renewer } from './renewer';
import { printedCard } from './testing/card';

let running: TestRegistrar;
let register: LicenceRegister;
const portal = { kind: 'portal', job: 'spec' } as const;
const reasons = { facts: 'พบหนังสือหาย', law: 'ระเบียบห้องสมุด ข้อ 1', considerations: 'ทำมาแล้วสองครั้ง' };

beforeAll(async () => {
  running = await startTestRegistrar('licence-life-spec');
  const definition = { ...printedCard(), version: 2 };
  await running.source.transaction(async (tx) => {
    await running.library.publish(tx, 'licence', definition);
    await running.library.publish(tx, 'life', lifeOf(definition));
  });
  register = new LicenceRegister(running.source, running.library);
});
afterAll(() => running.close());

/** A card that was issued, with its life. */
async function issued(): Promise<{ number: string; lifeId: string }> {
  const { opened } = await submitCase(running, undefined, 1, { place: { subdistrict: '103901' } });
  const id = opened[0]?.applicationId ?? '';
  await running.source.query(`UPDATE application SET version = 2 WHERE id = $1`, [id]);
  await approveCard(running, id);
  await send(running, id, 'fee.paid', portal, { data: {} });
  await carryOut(running, [new Issuer(running.library, running.registrar, running.calendar)]);
  const [row]: { number: string; life_id: string }[] = await running.source.query(
    `SELECT l.number, a.id AS life_id FROM licence l JOIN application a ON a.life_of = l.number WHERE l.application_id = $1`, [id]);
  return { number: row?.number ?? '', lifeId: row?.life_id ?? '' };
}

const renew = () => carryOut(running, [new Renewer(running.library, running.registrar)]);
const clocksOf = async (id: string): Promise<string[]> =>
  (await running.source.query(`SELECT name FROM timer WHERE application_id = $1 AND stopped_at IS NULL AND fired_at IS NULL ORDER BY due_at, name`, [id])).map(({ name }: { name: string }) => name);
const dueOf = async (id: string, name: string): Promise<string> =>
  (await running.source.query(`SELECT to_char(due_at AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD HH24:MI') AS due FROM timer WHERE application_id = $1 AND name = $2`, [id, name]))[0]?.due;
const standing = async (number: string) => (await register.verify(number)).licence;
const lifeFor = async (number: string, actor: PersonActor) => {
  const row = await register.find(number);
  if (!row) throw new Error('No such licence.');
  return readLicenceLife(running, row, { actor, isImpersonal: false });
};

describe('an issued licence', () => {
  it('begins its life with the issue: a chained history, and clocks by its last day', async () => {
    const { number, lifeId } = await issued();
    const { validUntil = '' } = (await standing(number)) ?? {};
    expect(await clocksOf(lifeId)).toEqual(['term.remind90', 'term.remind60', 'term.window', 'term.remind30', 'term.remind7', 'term.end']);
    expect(await dueOf(lifeId, 'term.end')).toBe(`${validUntil} 23:59`);
    expect(await dueOf(lifeId, 'term.remind7')).toMatch(/08:30$/);
    expect(await verifyHistory(running.source, lifeId, running.library.getLicence('library-card:life', 2))).toBeUndefined();
  });

  it('has one life, however often it is looked for, and gets the one that it lacks', async () => {
    const { number, lifeId } = await issued();
    const opener = new LifeOpener(running.library, running.calendar);
    expect(await opener.openMissing(running.source)).toBe(0);
    expect((await lifeFor(number, reader)).licence.lifeId).toBe(lifeId);
  });

  it('is no application of its case', async () => {
    const { number } = await issued();
    const [row]: { case_id: string }[] = await running.source.query(`SELECT case_id FROM licence WHERE number = $1`, [number]);
    expect(await readApplications(running, { caseId: row?.case_id ?? '' }, reader)).toHaveLength(1);
  });
});

describe('a renewal by fee', () => {
  it('follows the period before, prints a new paper, and sets the clocks anew', async () => {
    const { number, lifeId } = await issued();
    const before = await register.find(number);
    await send(running, lifeId, 'renewal.opened', portal, { data: {} });
    expect((await standing(number))?.status).toBe('expiring');
    await send(running, lifeId, 'fee.paid', portal, { data: {} });
    await renew();
    const after = await register.find(number);
    const year = (day: string | null | undefined) => Number(day?.slice(0, 4));
    expect(after).toMatchObject({ status: 'valid', edition: 2 });
    expect(year(after?.valid_until)).toBe(year(before?.valid_until) + 1);
    expect(after?.valid_until?.slice(4)).toBe(before?.valid_until?.slice(4));
    expect(await dueOf(lifeId, 'term.end')).toBe(`${after?.valid_until} 23:59`);
    expect(await register.verify(number, before?.paper_key)).toMatchObject({ isPaperGenuine: true, isPaperOutdated: true });
    expect(await register.verify(number, after?.paper_key)).not.toHaveProperty('isPaperOutdated');
    expect((await lifeFor(number, reader)).editions.map(({ why }) => why)).toEqual(['renewed', 'issued']);
    expect(await verifyHistory(running.source, lifeId, running.library.getLicence('library-card:life', 2))).toBeUndefined();
  });

  it('is done once, however often its job is delivered', async () => {
    const { number, lifeId } = await issued();
    await send(running, lifeId, 'renewal.opened', portal, { data: {} });
    await send(running, lifeId, 'fee.paid', portal, { data: {} });
    const [row] = await running.source.query(`SELECT id, application_id AS "applicationId", case_id AS "caseId", revision, effect, params, queue FROM outbox WHERE application_id = $1 AND effect = 'renewLicence'`, [lifeId]);
    const renewer = new Renewer(running.library, running.registrar);
    for (let n = 0; n < 3; n++) await running.source.transaction((tx) => renewer.perform(tx, row));
    expect((await register.find(number))?.edition).toBe(2);
    await renew();
  });

  it('that is not paid ends the licence on its last day', async () => {
    const { number, lifeId } = await issued();
    await send(running, lifeId, 'renewal.opened', portal, { data: {} });
    await send(running, lifeId, 'term.ended', portal, { data: {} });
    expect(await standing(number)).toMatchObject({ status: 'expired', since: expect.any(String) });
    expect(await clocksOf(lifeId)).toEqual([]);
  });
});

describe('the office', () => {
  const intend = (lifeId: string, against: 'suspension' | 'revocation') => send(running, lifeId, 'register.intended', deskOfficer, { data: { against, ...reasons } });

  it('suspends after it has heard the holder, for days that end by themselves', async () => {
    const { number, lifeId } = await issued();
    await intend(lifeId, 'suspension');
    expect((await lifeFor(number, reader)).intent).toMatchObject({ against: 'suspension', ...reasons, answer: null, answerBy: expect.any(String) });
    await expect(send(running, lifeId, 'register.suspended', deskOfficer, { data: { days: 10, ...reasons } })).rejects.toMatchObject({ code: 'event-not-accepted' });
    await send(running, lifeId, 'register.heard', reader, { data: { words: 'ขอโทษครับ' } });
    await send(running, lifeId, 'register.suspended', deskOfficer, { data: { days: 10, ...reasons } });
    expect(await standing(number)).toMatchObject({ status: 'suspended', since: expect.any(String) });
    expect((await lifeFor(number, reader)).order).toMatchObject({ kind: 'suspended', ...reasons, until: expect.any(String) });
    expect(await clocksOf(lifeId)).toContain('register.suspension');
    await send(running, lifeId, 'register.suspensionEnded', portal);
    expect((await standing(number))?.status).toBe('valid');
  });

  it('revokes with its kind and reasons, and nothing runs on', async () => {
    const { number, lifeId } = await issued();
    await intend(lifeId, 'revocation');
    await send(running, lifeId, 'register.hearingLapsed', portal);
    await send(running, lifeId, 'register.revoked', deskOfficer, { data: { kind: 'own-law', knownOn: '2026-11-01', ...reasons } });
    expect((await standing(number))?.status).toBe('revoked');
    expect(await clocksOf(lifeId)).toEqual([]);
    expect((await lifeFor(number, reader)).may).toEqual([]);
  });

  it('revokes within ninety days of knowing, unless it was deceived; the licence’s own law has limits of its own', async () => {
    const { number, lifeId } = await issued();
    await intend(lifeId, 'revocation');
    await send(running, lifeId, 'register.hearingLapsed', portal);
    const revoke = (kind: string, knownOn: string, more: Record<string, unknown> = {}) => send(running, lifeId, 'register.revoked', deskOfficer, { data: { kind, knownOn, ...reasons, ...more } });
    const daysAgo = (days: number) => bangkokDate(new Date(Date.now() - days * 86_400_000));
    const late = await revoke('unlawful', daysAgo(91)).catch((error: unknown) => error);
    expect(late).toMatchObject({ code: 'answers-invalid', details: { fields: [{ path: 'data.knownOn', code: 'out-of-time', message: { en: expect.stringContaining('s.49') } }] } });
    await expect(revoke('lawful', daysAgo(91))).rejects.toMatchObject({ code: 'answers-invalid' });
    await expect(revoke('own-law', daysAgo(-1))).rejects.toMatchObject({ details: { fields: [{ code: 'in-the-future' }] } });
    expect((await standing(number))?.status).toBe('valid');
    await revoke('unlawful', daysAgo(91), { exception: 'deceit' });
    const another = await issued();
    await intend(another.lifeId, 'revocation');
    await send(running, another.lifeId, 'register.hearingLapsed', portal);
    await send(running, another.lifeId, 'register.revoked', deskOfficer, { data: { kind: 'lawful', knownOn: daysAgo(90), ...reasons } });
    expect((await standing(another.number))?.status).toBe('revoked');
  });

  it('gives no order without its reasons', async () => {
    const { lifeId } = await issued();
    await expect(send(running, lifeId, 'register.intended', deskOfficer, { data: { against: 'suspension', facts: 'ก' } })).rejects.toMatchObject({ code: 'answers-invalid' });
  });

  it('is the one that issued it, and nobody else', async () => {
    const { number, lifeId } = await issued();
    await expect(send(running, lifeId, 'register.suspendedAtOnce', vaultOfficer, { data: { urgency: 'ก', ...reasons } })).rejects.toMatchObject({ code: 'not-found' });
    await expect(send(running, lifeId, 'register.intended', reader, { data: { against: 'suspension', ...reasons } })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(send(running, lifeId, 'cancelled', stranger, { data: { on: '2026-11-30' } })).rejects.toMatchObject({ code: 'not-found' });
    const page = await new OfficeRegister(running.source, running.library).ofOffices(deskOfficer, { q: number });
    expect(page.items.map((licence) => licence.number)).toEqual([number]);
    expect((await new OfficeRegister(running.source, running.library).ofOffices(vaultOfficer, {})).items).toEqual([]);
  });
});

it('is ended by its holder, from a day that is kept', async () => {
  const { number, lifeId } = await issued();
  await send(running, lifeId, 'cancelled', reader, { data: { on: '2026-11-30', note: 'ปิดร้าน' } });
  expect((await standing(number))?.status).toBe('cancelled');
  expect((await lifeFor(number, reader)).history[0]).toMatchObject({ what: { en: 'Ended by its holder' }, note: 'ปิดร้าน' });
});
