import { randomUUID } from 'node:crypto';
import type { AnswersSaved, CaseView, DecisionView, PlanView, WhyView } from '@anuyat/contract';
import { explain, withTexts, changed, holds, type Facts } from '@anuyat/licence-kit';
import { watthanaRestaurant } from './testing/answers';
import { startTestApi, type TestApi } from './testing/test-api';
import { fill, must, submit } from './testing/walk';

let api: TestApi;
let file: CaseView;
beforeAll(async () => {
  api = await startTestApi();
  const { id, answersRevision } = await fill(api, 'somchai', watthanaRestaurant);
  file = must(await submit(api, 'somchai', id, answersRevision, randomUUID()), 200);
}, 60_000);
afterAll(() => api.close());

const why = async (hint: string, path: string) => must(await api.call<WhyView>(hint, 'GET', path), 200).decisions;
const find = (decisions: DecisionView[], id: string) => {
  const found = decisions.find((decision) => decision.id === id);
  if (!found) throw new Error(`No decision "${id}" among ${decisions.map((decision) => decision.id).join(', ')}`);
  return found;
};
const rows = <T>(sql: string, ...values: unknown[]): Promise<T[]> => api.running.source.query(sql, values);

interface Kept {
  kind: string;
  subject: string;
  rule: string;
  source: { code: string; version: number };
  inputs: Facts;
  outcome: unknown;
  citations: unknown[];
}

describe('what is kept with a filed case', () => {
  it('holds for every licence, lane, office, document, fee and date the rule, its version, the inputs and the law', async () => {
    const records = await rows<{ application: string; decisions: Kept[] }>(`SELECT application, decisions FROM decision_record WHERE case_id = $1`, file.id);
    expect(records.map(({ application }) => application).sort()).toEqual(['', ...file.details.map(({ code }) => code)].sort());
    for (const { application, decisions } of records.filter((record) => record.application !== '')) {
      const { version } = file.details.find(({ code }) => code === application) ?? {};
      const definition = api.running.library.getLicence(application, version ?? 0);
      expect(decisions.filter(({ kind }) => kind === 'document').map(({ subject }) => subject)).toEqual(definition.documents.map(({ code }) => code));
      expect(decisions.filter(({ kind }) => kind === 'fee').map(({ subject }) => subject)).toEqual(definition.fees.map(({ code }) => code));
      expect(decisions.filter(({ kind }) => kind === 'lane').map(({ subject }) => subject)).toEqual(definition.lanes.map(({ id }) => id));
      for (const { kind, rule, source, citations } of decisions) {
        expect(rule).not.toBe('');
        if (kind !== 'office') expect(source).toEqual({ code: application, version });
        expect(citations.length).toBeGreaterThan(0);
      }
    }
  });

  it('suffices to decide again, and the change that is shown turns it', async () => {
    const records = await rows<{ application: string; decisions: Kept[] }>(`SELECT application, decisions FROM decision_record WHERE case_id = $1 AND application <> ''`, file.id);
    const turned = records.flatMap(({ decisions }) => decisions).filter(({ kind }) => kind === 'lane' || kind === 'document').flatMap(({ rule, source, inputs, outcome }) => {
      const { form, texts } = api.running.library.getLicence(source.code, source.version);
      const { outcome: again, flip } = explain(rule, inputs, { schema: withTexts(form, texts) });
      expect(again).toBe(outcome);
      return flip ? [holds(rule, changed(inputs, flip)) !== outcome] : [];
    });
    expect(turned.length).toBeGreaterThan(3);
    expect(turned).not.toContain(false);
  });

  it('cannot be changed by the portal, and its digest is sealed in the history', async () => {
    await expect(api.running.source.transaction(async (tx) => {
      await tx.query('SET LOCAL ROLE anuyat_app');
      await tx.query(`UPDATE decision_record SET decisions = '[]' WHERE case_id = $1`, [file.id]);
    })).rejects.toThrow(/permission denied/);
    const sealed = await rows<{ same: boolean }>(
      `SELECT h.data ->> 'decisions' = encode(d.sha256, 'hex') AS same FROM application a
         JOIN history h ON h.application_id = a.id AND h.revision = 1 JOIN decision_record d ON d.case_id = a.case_id AND d.application = a.code WHERE a.case_id = $1`,
      file.id,
    );
    expect(sealed).toEqual(file.details.map(() => ({ same: true })));
  });
});

describe('why, as the applicant reads it', () => {
  it('says which facts settled a licence, and what would do instead', async () => {
    const decisions = await why('somchai', `/api/cases/${file.id}/why`);
    const small = find(decisions, 'licence:food-premises-small');
    expect(small).toMatchObject({ outcome: { en: 'Needed' }, rule: { source: 'premises.areaSqm <= 200' }, decidedAt: expect.any(String) });
    expect(small.because[0]?.en).toBe('The area used by the business is at most 200 m²');
    expect(small.wouldTurn[0]?.en).toMatch(/^If the area used by the business were more than 200 m², this would not be needed, and “Food premises over 200 m² \(licence\)” would do instead\.$/);
    expect(small.wouldTurn[0]?.th).toMatch(/^หากพื้นที่ที่ใช้ประกอบกิจการเกิน 200 ตารางเมตร จะไม่ต้องขอเรื่องนี้ แต่ต้องใช้ “.+” แทน$/);
  });

  it('says why this office, and where another would decide', async () => {
    const office = find(await why('somchai', `/api/cases/${file.id}/why`), 'office:food-premises-small:sanitation');
    expect(office.because[0]?.en).toContain('Watthana');
    expect(office.wouldTurn[0]?.en).toMatch(/^If the place were in .+, .+ would decide\.$/);
  });

  it('says how each due date was counted', async () => {
    const decisions = await why('somchai', `/api/cases/${file.id}/why`);
    const due = decisions.filter(({ kind, application }) => kind === 'date' && application !== null);
    expect(due.length).toBeGreaterThan(0);
    for (const { because, citations } of due) {
      expect(because[0]?.en).toMatch(/^Counted from “Application submitted” on .+; the first day is not counted$/);
      expect(citations.map(({ section }) => section)).toContain('64');
    }
    expect(find(decisions, 'date:received').outcome.en).toMatch(/\d{4}/);
  });

  it('of a draft follows the answers as they are', async () => {
    const draft = await fill(api, 'somchai', watthanaRestaurant);
    const paper = async () => find(await why('somchai', `/api/cases/${draft.id}/why`), 'document:food-premises-small:place-right');
    const before = await paper();
    expect(before.decidedAt).toBeNull();
    const isAsked = before.outcome.en === 'This document is asked for';
    must(await api.call<AnswersSaved>('somchai', 'PATCH', `/api/cases/${draft.id}/answers`, { base: draft.answersRevision, changes: { 'premises.tenure': isAsked ? 'own' : 'rent' } }), 200);
    expect((await paper()).outcome.en).toBe(isAsked ? 'This document is not asked for' : 'This document is asked for');
  });
});

describe('why, after the filing', () => {
  it('tells what a correction decided anew, when, after what, and what it was before; nothing was written for it', async () => {
    const before = await why('somchai', `/api/cases/${file.id}/why`);
    const application = file.details.find(({ code }) => code === 'food-premises-small');
    const [{ revision } = { revision: 0 }] = await rows<{ revision: number }>(`SELECT answers_revision + 1 AS revision FROM case_file WHERE id = $1`, file.id);
    const changes = { 'premises.areaSqm': 180 };
    await rows(`INSERT INTO answer_change (case_id, revision, changes, actor) VALUES ($1, $2, $3, '{}')`, file.id, revision, JSON.stringify(changes));
    await rows(
      `INSERT INTO history (application_id, revision, at, type, data, actor, rulings, state, effects, previous_hash, hash)
       SELECT application_id, revision + 1, now(), 'sanitation.answered', $2, actor, '{}', state, '[]', hash, hash FROM history WHERE application_id = $1 ORDER BY revision DESC LIMIT 1`,
      application?.id, JSON.stringify({ answersRevision: revision }),
    );
    const after = await why('somchai', `/api/cases/${file.id}/why`);
    const anew = after.filter(({ because }) => because[0]?.en.startsWith('Decided anew'));
    expect(anew.length).toBeGreaterThan(0);
    for (const { id, because, decidedAt } of anew) {
      expect(because[0]?.en).toMatch(/^Decided anew on .+ after “Applicant answered”; before: .+$/);
      expect(because[0]?.th).toContain('ผู้ยื่นคำขอตอบแล้ว');
      expect(decidedAt).not.toBe(find(before, id).decidedAt);
    }
    const untouched = after.filter(({ id }) => !anew.some((each) => each.id === id));
    expect(untouched).toEqual(before.filter(({ id }) => !anew.some((each) => each.id === id)));
    expect(find(after, 'fee:food-premises-small:notification').outcome).not.toEqual(find(before, 'fee:food-premises-small:notification').outcome);
  });
});

describe('why, as others read it', () => {
  it('shows an officer the own lane, and no fact that the office does not read', async () => {
    const application = file.details.find(({ code }) => code === 'food-premises-small');
    const taskId = randomUUID();
    await rows(
      `INSERT INTO task (id, application_id, case_id, lane, office, agency, licence, number, business_name, applicant_name, place_th, place_en, stage, status, due_at, by_revision)
       VALUES ($1, $2, $3, 'sanitation', 'bma-1039-sanitation', 'bma', 'food-premises-small', 'C1', '', '', '', '', 'completeness', 'open', now(), 1)`,
      taskId, application?.id, file.id,
    );
    const decisions = await why('watthana-sanitation', `/api/tasks/${taskId}/why`);
    expect(decisions.map(({ id }) => id)).toContain('office:food-premises-small:sanitation');
    expect(new Set(decisions.map(({ application }) => application))).toEqual(new Set(['food-premises-small']));
    const lane = api.running.library.findNewestLicence('food-premises-small')?.definition.lanes[0];
    const read = decisions.flatMap(({ facts }) => facts.map(({ path }) => path)).filter((path) => !/^(place|filing|clock)\./.test(path));
    expect(read.filter((path) => !lane?.reads.some((prefix) => path === prefix || path.startsWith(`${prefix}.`)))).toEqual([]);
  });

  it('is on the plan before anybody signs in, for what is needed and for what is not', async () => {
    const { licences } = must(await api.call<PlanView>(null, 'POST', '/api/journeys/open-a-restaurant/plan', { answers: watthanaRestaurant.questions }), 200);
    for (const { isNeeded, decision } of licences) expect([isNeeded, decision?.wouldTurn.length]).toEqual([isNeeded, 1]);
    expect(licences.find(({ code }) => code === 'food-premises-large')?.decision?.wouldTurn[0]?.en).toMatch(/^If the area used by the business were more than 200 m², this would be needed/);
  });
});
