import type { OutboxRow } from '@anuyat/outbox';
import { approveCard, carryOut, deskOfficer, reader, refuse, send, startTestRegistrar, submitCard, submitCase, vaultOfficer, type TestRegistrar, ask } from '@anuyat/registrar/testing';
import { uuidv7 } from 'uuidv7';
import { ReviewClerk } from './review-clerk';

interface Task {
  lane: string;
  stage: string;
  status: string;
  office: string;
  agency: string;
  is_escalated: boolean;
  by_revision: number;
  due_at: Date;
}

let running: TestRegistrar;
const clerk = new ReviewClerk();

beforeAll(async () => {
  running = await startTestRegistrar('review-clerk-spec');
});
afterAll(() => running.close());

function tasksOf(applicationId: string): Promise<Task[]> {
  return running.source.query(`SELECT lane, stage, status, office, agency, is_escalated, by_revision, due_at FROM task WHERE application_id = $1 ORDER BY lane`, [applicationId]);
}

async function statusesOf(applicationId: string): Promise<Record<string, string>> {
  return Object.fromEntries((await tasksOf(applicationId)).map(({ lane, stage, status }) => [lane, `${stage} ${status}`]));
}

/** What waits for the clerk, oldest first; the outbox is emptied of it. */
async function takeRows(applicationId: string): Promise<OutboxRow[]> {
  const [rows]: [OutboxRow[], number] = await running.source.query(
    `DELETE FROM outbox WHERE application_id = $1 AND effect = ANY($2)
     RETURNING id, application_id AS "applicationId", case_id AS "caseId", revision, effect, params, queue`,
    [applicationId, clerk.effects],
  );
  return rows.sort((a, b) => a.revision - b.revision || a.id.localeCompare(b.id));
}

function deliver(row: OutboxRow): Promise<void> {
  return running.source.transaction((tx) => clerk.perform(tx, row));
}

async function ring(applicationId: string, name: string, event: string): Promise<void> {
  const [timer] = await running.source.query(`SELECT set_by_revision FROM timer WHERE application_id = $1 AND name = $2`, [applicationId, name]);
  await send(running, applicationId, event, { kind: 'portal', job: 'timekeeper' }, { timer: { name, setByRevision: timer.set_by_revision } });
}

const asks = { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'อายุไม่ตรง' }] } };

describe('a lane’s task', () => {
  it('is made for each office that is asked, with its time limit', async () => {
    const id = await submitCard(running);
    await carryOut(running, [clerk]);
    const [desk, vault] = await tasksOf(id);
    expect(desk).toMatchObject({ lane: 'desk', stage: 'completeness', status: 'open', office: 'bma-1039-registry', agency: 'bma', is_escalated: false });
    expect(vault).toMatchObject({ lane: 'vault', stage: 'completeness', status: 'open', office: 'bma-1039-building', agency: 'pattaya' });
    const [timer] = await running.source.query(`SELECT due_at FROM timer WHERE application_id = $1 AND name = 'desk.due'`, [id]);
    expect(desk?.due_at).toEqual(timer.due_at);
  });

  it('is not made for a lane that is not needed', async () => {
    const id = await submitCard(running, { reader: { name: 'สมชาย', age: 40 }, wish: { rareBooks: 0, purpose: 'pleasure' } });
    await carryOut(running, [clerk]);
    expect(await statusesOf(id)).toEqual({ desk: 'completeness open' });
  });

  it('moves on with the lane and stays the only one', async () => {
    const id = await submitCard(running);
    await carryOut(running, [clerk]);
    const seen = [(await statusesOf(id))['vault']];
    for (const [type, data] of [
      ['vault.accepted', {}],
      ['vault.inspectionPlanned', { plannedFor: '2026-12-01T03:00:00Z' }],
      ['vault.inspectionRecorded', { result: 'passed', findings: 'เรียบร้อย' }],
      ['vault.approved', {}],
    ] as const) {
      await send(running, id, type, vaultOfficer, { data });
      await carryOut(running, [clerk]);
      seen.push((await statusesOf(id))['vault']);
    }
    expect(seen).toEqual(['completeness open', 'inspection open', 'inspection open', 'decision open', 'decision done']);
    expect(await tasksOf(id)).toHaveLength(2);
  });

  it('rests while the applicant is asked and comes back for the second look to who had it', async () => {
    const id = await submitCard(running);
    await carryOut(running, [clerk]);
    await running.source.query(`UPDATE task SET status = 'claimed', assignee = $2, assignee_name = '{}' WHERE application_id = $1 AND lane = 'desk'`, [id, deskOfficer.accountId]);
    await ask(running, id, 'desk', deskOfficer, asks);
    await carryOut(running, [clerk]);
    expect((await statusesOf(id))['desk']).toBe('gathering done');
    await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    await carryOut(running, [clerk]);
    expect((await statusesOf(id))['desk']).toBe('recheck claimed');
  });

  it('is marked when its time limit passes, and not any more when a new one begins', async () => {
    const id = await submitCard(running);
    await carryOut(running, [clerk]);
    await ring(id, 'desk.due', 'desk.overdue');
    await carryOut(running, [clerk]);
    expect((await tasksOf(id)).map(({ is_escalated }) => is_escalated)).toEqual([true, false]);
    await ask(running, id, 'desk', deskOfficer, asks);
    await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    await carryOut(running, [clerk]);
    expect((await tasksOf(id)).map(({ is_escalated }) => is_escalated)).toEqual([false, false]);
  });
});

describe('supervisors are called', () => {
  const calls = async (id: string) => (await running.source.query(`SELECT params ->> 'notice' AS notice FROM outbox WHERE application_id = $1 AND effect = 'tellStaff' ORDER BY id`, [id])).map(({ notice }: { notice: string }) => notice);

  it('when a second demand waits, when an officer stepped aside, when it is late, and with each delay notice without a reason', async () => {
    const id = await submitCard(running);
    await ask(running, id, 'desk', deskOfficer, asks);
    await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    await send(running, id, 'desk.demanded', deskOfficer, { data: { ...asks.data, ground: 'new-facts', reason: 'ใหม่' } });
    await carryOut(running, [clerk]);
    await send(running, id, 'vault.conflictDeclared', vaultOfficer, { data: { ground: 'relative', note: 'ญาติ' } });
    await carryOut(running, [clerk]);
    await ring(id, 'desk.due', 'desk.overdue');
    await carryOut(running, [clerk]);
    await ring(id, 'desk.due.notice', 'desk.delayNoticed');
    await carryOut(running, [clerk]);
    await send(running, id, 'desk.delayExplained', deskOfficer, { data: { reason: 'รอผล' } });
    await ring(id, 'desk.due.notice', 'desk.delayNoticed');
    await carryOut(running, [clerk]);
    expect(await calls(id)).toEqual(['demand-waits', 'stepped-aside', 'task-late', 'delay-unexplained']);
  });
});

describe('deliveries', () => {
  it('that come twice change nothing', async () => {
    const id = await submitCard(running);
    await send(running, id, 'desk.accepted', deskOfficer);
    const rows = await takeRows(id);
    for (const row of rows) await deliver(row);
    const once = await running.source.query(`SELECT * FROM task WHERE application_id = $1 ORDER BY lane`, [id]);
    for (const row of rows) await deliver(row);
    expect(await running.source.query(`SELECT * FROM task WHERE application_id = $1 ORDER BY lane`, [id])).toEqual(once);
  });

  it('in any order end as in the right one', async () => {
    const id = await submitCard(running);
    await send(running, id, 'desk.accepted', deskOfficer);
    await ring(id, 'desk.due', 'desk.overdue');
    await ask(running, id, 'vault', vaultOfficer, { data: { items: [{ kind: 'fact', target: 'wish.rareBooks', message: 'กี่เล่ม' }] } });
    const rows = await takeRows(id);
    expect(rows.map(({ effect }) => effect)).toEqual(['requestReview', 'requestReview', 'requestReview', 'escalate', 'requestReview', 'closeReview']);
    const orders = [rows, rows.toReversed(), [...rows.slice(3), ...rows.slice(0, 3)], [rows[5], rows[1], rows[3], rows[0], rows[4], rows[2]]];
    for (const order of orders) {
      await running.source.query(`DELETE FROM task WHERE application_id = $1`, [id]);
      for (const row of order) if (row) await deliver(row);
      expect(await statusesOf(id)).toMatchObject({ desk: 'decision open', vault: expect.stringMatching(/ done$/) });
      expect((await tasksOf(id)).map(({ is_escalated }) => is_escalated)).toEqual([true, false]);
    }
  });

  it('of many applications in one go end as one by one', async () => {
    const [first, second] = [await submitCard(running), await submitCard(running)];
    for (const id of [first, second]) {
      await send(running, id, 'desk.accepted', deskOfficer);
      await send(running, id, 'desk.approved', deskOfficer);
      await send(running, id, 'vault.accepted', vaultOfficer);
    }
    const [alone, together] = [await takeRows(first), await takeRows(second)];
    const third = await submitCard(running);
    for (const row of alone) await deliver(row);
    const others = await takeRows(third);
    await running.source.transaction((tx) => clerk.performAll(tx, [...together, ...others]));
    const bare = async (id: string): Promise<unknown> => (await tasksOf(id)).map(({ due_at: _, ...task }) => task);
    expect(await bare(second)).toEqual(await bare(first));
    expect(await statusesOf(third)).toEqual({ desk: 'completeness open', vault: 'completeness open' });
  });

  it('at the same moment make one task', async () => {
    const id = await submitCard(running);
    const [first] = await takeRows(id);
    if (!first) throw new Error('Nothing was asked.');
    await Promise.all(Array.from({ length: 6 }, () => deliver({ ...first, id: uuidv7() })));
    expect(await tasksOf(id)).toHaveLength(1);
  });

  it('that come after the end make no task', async () => {
    const id = await submitCard(running);
    const early = await takeRows(id);
    await send(running, id, 'withdrawn', reader);
    for (const row of [...(await takeRows(id)), ...early]) await deliver(row);
    expect(await tasksOf(id)).toEqual([]);
  });
});

describe('the end of an application', () => {
  it('takes the other office’s task out of its inbox and leaves the refusing one’s as done', async () => {
    const id = await submitCard(running);
    await send(running, id, 'desk.accepted', deskOfficer);
    await carryOut(running, [clerk]);
    await refuse(running, id, 'desk', deskOfficer);
    await carryOut(running, [clerk]);
    expect(await statusesOf(id)).toEqual({ desk: 'decision done', vault: 'completeness cancelled' });
  });

  it('cancels every task when the applicant withdraws, of this application only', async () => {
    const { opened } = await submitCase(running, undefined, 2);
    await carryOut(running, [clerk]);
    const [first = '', second = ''] = opened.map(({ applicationId }) => applicationId);
    await send(running, first, 'withdrawn', reader);
    await carryOut(running, [clerk]);
    expect(await statusesOf(first)).toEqual({ desk: 'completeness cancelled', vault: 'completeness cancelled' });
    expect(await statusesOf(second)).toEqual({ desk: 'completeness open', vault: 'completeness open' });
  });

  it('leaves what was done as done, also where that is delivered after the end', async () => {
    const id = await submitCard(running);
    await carryOut(running, [clerk]);
    await approveCard(running, id);
    await send(running, id, 'withdrawn', reader);
    const rows = await takeRows(id);
    for (const row of rows.toReversed()) await deliver(row);
    expect(Object.values(await statusesOf(id)).map((status) => status.split(' ')[1])).toEqual(['done', 'done']);
  });

  it('leaves what was done as done', async () => {
    const id = await submitCard(running);
    await approveCard(running, id);
    await carryOut(running, [clerk]);
    await send(running, id, 'withdrawn', reader);
    await carryOut(running, [clerk]);
    expect(await statusesOf(id)).toEqual({ desk: 'decision done', vault: 'decision done' });
  });
});
