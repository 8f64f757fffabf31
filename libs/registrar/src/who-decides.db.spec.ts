import { Refusal, type PersonActor } from '@anuyat/contract';
import { agencyReview } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { handsAfter } from './hands';
import { maySend } from './permission';
import { deskOfficer, otherDeskOfficer, reader, refuse, send, startTestRegistrar, submitCard, type TestRegistrar } from './testing';

let running: TestRegistrar;

beforeAll(async () => {
  running = await startTestRegistrar('who-decides-spec');
});
afterAll(() => running.close());

const codeOf = async (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Refusal ? error.code : String(error)));
const because = { th: '', en: '' };
const matter = (more: object = {}) => ({ accountId: reader.accountId, offices: { desk: { office: 'bma-1039-registry', agency: 'bma', because } }, ...more });

describe('an officer who steps aside', () => {
  it('can do nothing in the lane any more, while a colleague can', async () => {
    const id = await submitCard(running);
    await send(running, id, 'desk.conflictDeclared', deskOfficer, { data: { ground: 'relative', note: 'เป็นพี่น้องกับผู้ยื่น' } });
    expect(await codeOf(send(running, id, 'desk.accepted', deskOfficer))).toBe('conflict-declared');
    expect(await codeOf(send(running, id, 'desk.accepted', otherDeskOfficer))).toBe('done');
    const [row] = await running.source.query(`SELECT hands FROM application WHERE id = $1`, [id]);
    expect(row.hands).toEqual({ desk: { barred: [deskOfficer.accountId] } });
  });

  it('is kept apart in a batch as well', async () => {
    const id = await submitCard(running);
    const declared = { applicationId: id, type: 'desk.conflictDeclared', data: { ground: 'creditor', note: 'เคยกู้เงิน' }, actor: deskOfficer };
    const outcomes = await running.registrar.receiveMany([declared, { applicationId: id, type: 'desk.accepted', actor: deskOfficer }, { applicationId: id, type: 'desk.accepted', actor: otherDeskOfficer }]);
    expect(outcomes.map(({ failure }) => (failure instanceof Refusal ? failure.code : failure))).toEqual([undefined, 'conflict-declared', undefined]);
    expect((await running.source.query(`SELECT hands FROM application WHERE id = $1`, [id]))[0].hands).toEqual({ desk: { barred: [deskOfficer.accountId] } });
  });
});

describe('a lane with a second officer', () => {
  const { source } = libraryCard().clock;
  const lane = agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock: { days: 3, unit: 'working', source }, reads: [], secondOfficer: source });
  const ruleOf = (event: string) => {
    const rule = lane.events[event];
    if (!rule) throw new Error(`There is no ${event}.`);
    return rule;
  };

  it('lets another confirm what one proposed, and not oneself', () => {
    const hands = handsAfter({}, ruleOf('desk.approvalProposed'), deskOfficer) ?? {};
    expect(hands).toEqual({ desk: { proposedBy: deskOfficer.accountId } });
    expect([deskOfficer, otherDeskOfficer].map((officer) => maySend(officer, ruleOf('desk.approved'), matter({ hands })))).toEqual([false, true]);
    expect([deskOfficer, otherDeskOfficer].map((officer) => maySend(officer, ruleOf('desk.sentBack'), matter({ hands })))).toEqual([false, true]);
    expect(handsAfter(hands, ruleOf('desk.approved'), otherDeskOfficer)).toEqual({ desk: {} });
  });
});

describe('nobody decides a matter of their own', () => {
  const accept = libraryCard().events['desk.accepted'] ?? { by: 'officer' as const, lane: 'desk' };
  const director: PersonActor = { ...deskOfficer, companies: [{ juristicId: '0105999999994', name: because }] };

  it.each([
    ['as applicant', { ...deskOfficer, accountId: reader.accountId }, matter(), false],
    ['as director of the company that asks', director, matter({ actingFor: '0105999999994' }), false],
    ['but another company’s is nobody’s own', director, matter({ actingFor: '0205568000016' }), true],
  ])('%s', (_, officer, of, may) => {
    expect(maySend(officer, accept, of)).toBe(may);
  });
});

describe('an office’s clock', () => {
  it('is suspended while the applicant is heard, and goes on with what was left of it', async () => {
    const id = await submitCard(running);
    await send(running, id, 'desk.accepted', deskOfficer);
    const clock = async () => (await running.source.query(`SELECT due_at, stopped_at FROM timer WHERE application_id = $1 AND name = 'desk.due'`, [id]))[0];
    const before = await clock();
    await send(running, id, 'desk.refusalIntended', deskOfficer, { data: { facts: 'ก', law: 'ข', considerations: 'ค' } });
    expect((await clock()).stopped_at).not.toBeNull();
    await send(running, id, 'desk.heard', reader, { data: { words: 'ขอชี้แจง' } });
    expect(await clock()).toEqual({ due_at: before.due_at, stopped_at: null });
  });

  it.each([
    ['working', '2026-11-27T16:59:59.999Z', '2026-11-24T03:00:00Z', '2026-12-03T03:00:00Z', '2026-12-09T16:59:59.999Z'],
    ['calendar', '2026-11-27T16:59:59.999Z', '2026-11-24T03:00:00Z', '2026-12-03T03:00:00Z', '2026-12-08T16:59:59.999Z'],
    ['working', '2026-11-20T16:59:59.999Z', '2026-11-24T03:00:00Z', '2026-12-03T03:00:00Z', '2026-11-20T16:59:59.999Z'],
  ])('counts %s days: due %s, suspended %s, resumed %s, then due %s', async (unit, due, stopped, resumed, expected) => {
    await running.source.query(`INSERT INTO holiday (date, title_th, title_en, source) VALUES ('2026-12-07', 'ชดเชย', 'Substitute', 'spec') ON CONFLICT DO NOTHING`);
    const [row] = await running.source.query(`SELECT resumed_due($1, $2, $3, $4) AS due`, [due, stopped, resumed, unit]);
    expect(row.due.toISOString()).toBe(expected);
  });

  it('lets a lane refuse once the time to answer has passed', async () => {
    const id = await submitCard(running);
    await send(running, id, 'desk.accepted', deskOfficer);
    expect(await codeOf(send(running, id, 'desk.refused', deskOfficer, { data: { facts: 'ก', law: 'ข', considerations: 'ค' } }))).toBe('event-not-accepted');
    expect((await refuse(running, id, 'desk', deskOfficer)).status).toBe('refused');
  });
});
