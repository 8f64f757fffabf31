import { jest } from '@jest/globals';
import type { LicenceVersions, Me, MovePlan, Problem, ProposalKind, ShadowRun, VersionDiff, VersionProposal, VersionProposals } from '@anuyat/contract';
import { personaAccountId } from '@anuyat/identity';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { replayAll } from '@anuyat/registrar';
import { must, fill, submit } from '../cases/testing/walk';
import { rayongFactory } from '../testing/estate-case';
import { Caller } from '../testing/caller';
import { startTestPortal, type TestPortal } from '../testing/start-test-portal';
import { prepareDatabase } from '../preparation/prepare-database';
import { journeys, licences } from '@anuyat/workflows';

const code = 'factory-type-3';
const base = `/api/admin/versions/${code}`;

/** What is brought and published is proved, which walks through every situation of the licence. */
jest.setTimeout(120_000);

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ environment: { PUBLISHING: 'manual' } });
}, 60_000);
afterAll(() => portal.close());

const inForce = (): LicenceDefinition => {
  const found = portal.running.library.findNewestLicence(code);
  if (!found) throw new Error('It is not published.');
  return found.definition;
};
const changed = (change: (definition: LicenceDefinition) => void, version = inForce().version + 1): LicenceDefinition => {
  const definition = structuredClone({ ...inForce(), version });
  change(definition);
  return definition;
};
const bring = (definition: unknown) => portal.call<LicenceVersions & Problem>('admin', 'POST', '/api/admin/versions', { definition });
const get = async <T>(path: string): Promise<T> => must(await portal.call<T>('admin', 'GET', path), 200);
/** One administrator proposes, another one decides. */
const propose = (kind: ProposalKind, version: number, wish: object, who = 'admin') => portal.call<VersionProposals & Problem>(who, 'POST', `${base}/${version}/proposals/${kind}`, wish);
const decide = (who: string, version: number, proposal: VersionProposal | undefined, act: 'confirm' | 'decline', more: object = {}) =>
  portal.call<VersionProposals & Problem>(who, 'POST', `${base}/${version}/proposals/${proposal?.id}/${act}`, { digest: proposal?.digest, ...more });
const refused = async (call: Promise<{ status: number; body: Problem }>) => call.then(({ status, body }) => [status, body.code]);

async function file(): Promise<{ id: string; applicationId: string; version: number }> {
  const { id, answersRevision } = await fill(portal, 'malee', rayongFactory);
  const submitted = must<{ details: { id: string; code: string; version: number }[] }>(await submit(portal, 'malee', id, answersRevision, crypto.randomUUID()), 200);
  const application = submitted.details.find((each) => each.code === code);
  return { id, applicationId: application?.id ?? '', version: application?.version ?? 0 };
}

describe('a definition that is brought', () => {
  it('is refused where it is none, naming each place', async () => {
    const { status, body } = await bring({ ...inForce(), version: 'two', lanes: [] });
    expect([status, body.code]).toEqual([422, 'definition-invalid']);
    expect(body.fields?.map(({ path }) => path)).toEqual(expect.arrayContaining(['version', 'lanes']));
  });

  it('is refused where an office could ask round after round, or nobody could go on, with the story in both languages', async () => {
    const lane = inForce().lanes[0]?.id ?? '';
    const statesOf = ({ machine }: LicenceDefinition) => machine.states?.['review']?.states?.[lane]?.states ?? {};
    const looped = changed((definition) => Object.assign(statesOf(definition)['rechecking']?.on ?? {}, { [`${lane}.asked`]: [{ target: 'asked' }] }));
    const stuck = changed((definition) => {
      for (const { on } of Object.values(statesOf(definition))) for (const act of ['approved', 'approvalProposed', 'refusalIntended', 'carried']) delete on?.[`${lane}.${act}`];
    });
    for (const [definition, promise] of [[looped, 'loops-are-bounded'], [stuck, 'no-dead-end']] as const) {
      const { status, body } = await bring(definition);
      expect([status, body.code]).toEqual([422, 'definition-unproved']);
      expect(body.fields?.map(({ path }) => path)).toContain(promise);
      for (const { message } of body.fields ?? []) expect([message.th, message.en]).toEqual([expect.stringMatching(/[ก-๙]/), expect.stringMatching(/[a-z]/)]);
    }
  });

  it('is refused where it is nested without end or larger than any definition', async () => {
    let deep: unknown = 1;
    for (let at = 0; at < 200; at += 1) deep = { deep };
    expect((await bring(deep)).status).toBe(400);
    expect((await bring({ ...inForce(), texts: { th: { title: 'ก'.repeat(900_000) }, en: {} } })).status).toBe(413);
  });

  it('is refused under a number that was published', async () => {
    const { status, body } = await bring(changed(({ clock }) => (clock.days += 1), inForce().version));
    expect([status, body.code]).toEqual([409, 'definition-published']);
  });

  it('that leads applications to a state that is not there is refused', async () => {
    const { status, body } = await bring(changed((definition) => (definition.upgrade = { from: [1], states: { 'review.factory': 'review.nowhere' } })));
    expect([status, body.fields?.[0]?.code]).toEqual([422, 'no-such-state']);
  });

  it('that no longer goes together with another licence of its journeys is refused; one of licences that exclude each other is not', async () => {
    const narrow = changed(({ form }) => Object.assign(form.properties?.['premises']?.properties?.['areaSqm'] ?? {}, { type: 'string', maxLength: 10 }));
    const refused = await bring(narrow);
    expect([refused.status, refused.body.fields?.[0]?.code]).toEqual([422, 'form-conflict']);
    const small = portal.running.library.findNewestLicence('food-premises-small')?.definition;
    expect((await bring({ ...small, version: (small?.version ?? 0) + 1 })).status).toBe(201);
  });

  it('waits, and is published by nobody else', async () => {
    const body = must(await bring(changed(({ clock }) => (clock.days += 1))), 201);
    expect(body.versions.map(({ state, origin }) => [state, origin])).toEqual([['candidate', 'upload'], ['in-force', null]]);
    expect((await portal.call('admin', 'DELETE', `${base}/${inForce().version + 1}`)).status).toBe(204);
  });
});

describe('a new version', () => {
  let before: { applicationId: string; version: number };
  let next: number;

  beforeAll(async () => {
    before = await file();
    next = inForce().version + 1;
    must(await bring(changed((definition) => {
      definition.clock.days += 3;
      definition.fees.push({ code: 'stamp', amount: '100', range: { min: 100, max: 100 }, source: { from: 'spec', isVerified: false, effectiveFrom: '2026-01-01' } });
      definition.feeExamples = definition.feeExamples.map((example) => ({ ...example, total: example.total + 100 }));
      Object.assign(definition.texts.th, { 'fees.stamp': 'ค่าอากร' });
      Object.assign(definition.texts.en, { 'fees.stamp': 'Stamp', summary: 'Said in other words.' });
    })), 201);
  });

  it('is shown beside the one before it: days, fees and words, before and after', async () => {
    const diff = await get<VersionDiff>(`${base}/${next}/diff`);
    expect(diff).toMatchObject({ from: before.version, to: next, state: 'candidate' });
    expect(diff.sections.map(({ section }) => section)).toEqual(['days', 'fees', 'terms', 'texts']);
    expect(diff.sections[0]?.differences[0]).toMatchObject({ kind: 'changed', what: { en: 'The whole application' } });
  });

  it('is run over the cases of last month, without touching them', async () => {
    const run = await get<ShadowRun>(`${base}/${next}/shadow`);
    expect(run).toMatchObject({ looked: 1, changed: 1, counts: { routed: 0, asked: 0, charged: 1, days: 1 }, feeDifference: 10_000 });
    expect(run.cases[0]?.differences.map(({ kind }) => kind).sort()).toEqual(['charged', 'days']);
  });

  it('is published by nobody alone: who proposed it cannot confirm or decline it, and another has to have seen the same', async () => {
    const proposed = must(await propose('publication', next, {}), 201);
    const [open] = proposed.proposals;
    expect([proposed.others, open?.state, open?.isOwn]).toEqual([1, 'open', true]);
    expect(await refused(decide('admin', next, open, 'confirm'))).toEqual([403, 'same-administrator']);
    expect(await refused(decide('admin', next, open, 'decline', { reason: 'ไม่เอา' }))).toEqual([403, 'same-administrator']);
    expect(await refused(propose('publication', next, {}, 'second-admin'))).toEqual([409, 'already-proposed']);
    expect(await refused(decide('second-admin', next, open && { ...open, digest: 'f'.repeat(64) }, 'confirm'))).toEqual([409, 'proposal-changed']);
    expect((await portal.call('second-admin', 'DELETE', `${base}/${next}/proposals/${open?.id}`)).status).toBe(403);
    expect((await decide('eec-monitor', next, open, 'confirm')).status).toBe(403);
    expect(inForce().version).toBe(next - 1);
  });

  it('is declined with a reason that its history keeps, and the database itself keeps a person from deciding their own proposal', async () => {
    const [open] = (await get<VersionProposals>(`${base}/${next}/proposals`)).proposals;
    expect((await decide('second-admin', next, open, 'decline', { reason: ' ' })).status).toBe(400);
    const declined = must(await decide('second-admin', next, open, 'decline', { reason: 'ค่าธรรมเนียมยังไม่ตรงกับกฎกระทรวง' }), 200);
    expect(declined.proposals[0]).toMatchObject({ state: 'declined', reason: 'ค่าธรรมเนียมยังไม่ตรงกับกฎกระทรวง', isOwn: false, proposedBy: { en: 'Arun Dulae' }, decidedBy: { en: 'Thawi Thopthuan' } });
    expect(await refused(decide('second-admin', next, open, 'confirm'))).toEqual([409, 'proposal-decided']);
    must(await propose('publication', next, {}), 201);
    const past = portal.running.source.query(`UPDATE version_proposal SET outcome = 'confirmed', decided_by = proposed_by, decider = proposer, decided_at = now() WHERE outcome IS NULL`);
    await expect(past).rejects.toThrow(/check constraint/);
    const [mine] = (await get<VersionProposals>(`${base}/${next}/proposals`)).proposals;
    expect(must(await portal.call<VersionProposals>('admin', 'DELETE', `${base}/${next}/proposals/${mine?.id}`), 200).proposals[0]?.state).toBe('taken-back');
    await expect(portal.running.source.query(`UPDATE version_proposal SET reason = 'another' WHERE outcome = 'declined'`)).rejects.toThrow(/stays/);
  });

  it('holds for new cases from its publication by two on, with both names; the running case stays on the old', async () => {
    const [open] = must(await propose('publication', next, {}), 201).proposals;
    const confirmed = await Promise.all([decide('second-admin', next, open, 'confirm'), decide('second-admin', next, open, 'confirm')]);
    expect(confirmed.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    expect(confirmed.filter(({ status }) => status === 200)).toHaveLength(1);
    const { versions } = await get<LicenceVersions>(base);
    expect(versions[0]).toMatchObject({ version: next, state: 'coming', publishedBy: { en: 'Thawi Thopthuan' }, proposedBy: { en: 'Arun Dulae' } });
    const kept = await portal.running.source.query(`SELECT kind, published_by ->> 'proposal' AS proposal FROM definition WHERE code LIKE $1 AND version = $2 ORDER BY kind`, [`${code}%`, next]);
    expect(kept.map((row: { proposal: string }) => row.proposal)).toEqual([open?.digest, open?.digest, open?.digest]);
    for (;;) if (inForce().version === next) break;
      else await portal.call('admin', 'GET', base);
    const after = await file();
    expect([before.version, after.version]).toEqual([next - 1, next]);
    const [row] = await portal.running.source.query(`SELECT version FROM application WHERE id = $1`, [before.applicationId]);
    expect(row.version).toBe(before.version);
  });

  it('cannot be proposed again, nor withdrawn any more', async () => {
    expect((await propose('publication', next, {})).status).toBe(404);
    expect((await portal.call('admin', 'DELETE', `${base}/${next}`)).status).toBe(404);
  });

  it('takes a running application after a dry run, a decision and a second person, through the door, and it replays', async () => {
    const plan = await get<MovePlan>(`${base}/${next}/moves`);
    expect(plan.counts).toEqual({ safe: 0, decide: 1, pinned: 0 });
    const [planned] = plan.applications;
    expect(planned).toMatchObject({ applicationId: before.applicationId, verdict: 'decide', reasons: [{ code: 'charged' }] });
    const applications = [{ id: before.applicationId, revision: planned?.revision ?? 0 }];
    const [bare] = must(await propose('move', next, { applications }), 201).proposals;
    expect(await refused(decide('admin', next, bare, 'confirm'))).toEqual([403, 'same-administrator']);
    const undecided = must(await decide('second-admin', next, bare, 'confirm'), 200);
    expect(undecided.proposals[0]?.outcomes).toEqual([{ applicationId: before.applicationId, isMoved: false, why: expect.objectContaining({ en: 'It needs a decision, with its reason.' }) }]);
    const [reasoned] = must(await propose('move', next, { applications, note: 'ผู้ยื่นคำขอยินยอม' }), 201).proposals;
    const decided = must(await decide('second-admin', next, reasoned, 'confirm'), 200);
    expect(decided.proposals[0]?.outcomes).toMatchObject([{ isMoved: true, why: null }]);
    const [line] = await portal.running.source.query(`SELECT type, actor, data FROM history WHERE application_id = $1 ORDER BY revision DESC LIMIT 1`, [before.applicationId]);
    expect(line).toMatchObject({ type: 'version.moved', actor: { name: { en: 'Thawi Thopthuan' } }, data: { from: before.version, to: next, note: 'ผู้ยื่นคำขอยินยอม', proposedBy: { name: { en: 'Arun Dulae' } }, proposal: reasoned?.digest } });
    const report = await replayAll(portal.running.source, portal.running.library, portal.running.calendar);
    expect(report.faults).toEqual([]);
    expect(report.counts.length).toBeGreaterThan(2);
  });
});

describe('a proposal about a smaller licence', () => {
  const small = 'food-premises-small';
  const path = `/api/admin/versions/${small}`;
  let waits: LicenceDefinition;
  beforeAll(() => {
    const known = portal.running.library.findNewestLicence(small)?.definition;
    if (!known) throw new Error('It is not published.');
    waits = { ...structuredClone(known), version: known.version + 1 };
  });
  const proposeIt = async (wish: object) => must(await portal.call<VersionProposals>('admin', 'POST', `${path}/${waits.version}/proposals/publication`, wish), 201);
  const confirmIt = (proposal: VersionProposal | undefined) => portal.call<Problem>('second-admin', 'POST', `${path}/${waits.version}/proposals/${proposal?.id}/confirm`, { digest: proposal?.digest });

  it('that was changed meanwhile is another proposal', async () => {
    must(await bring(waits), 201);
    const [open] = (await proposeIt({})).proposals;
    must(await bring({ ...waits, clock: { ...waits.clock, days: waits.clock.days + 1 } }), 201);
    expect(await refused(confirmIt(open))).toEqual([409, 'proposal-decided']);
    await expect(proposeIt({ effectiveFrom: '2199-01-01T00:00:00+07:00' })).rejects.toThrow('wrong-moment');
    const { proposals } = await proposeIt({});
    expect(proposals.map(({ state }) => state)).toEqual(['open', 'overtaken']);
    expect(new Set(proposals.map(({ digest }) => digest)).size).toBe(2);
  });

  it('is confirmed only by somebody who proved a moment ago who it is, and is gone with what it was about', async () => {
    const [open] = (await get<VersionProposals>(`${path}/${waits.version}/proposals`)).proposals;
    const old = await new Caller(portal.url).signIn('second-admin');
    await portal.running.source.query(`UPDATE session SET proved_at = now() - interval '1 hour' WHERE account_id = $1`, [personaAccountId('second-admin')]);
    const isFresh = async () => Date.parse(must(await old.call<Me>('GET', '/api/auth/me'), 200).account?.session.freshUntil ?? '') > Date.now();
    while (await isFresh()) await new Promise((resolve) => setImmediate(resolve));
    expect(await refused(old.call('POST', `${path}/${waits.version}/proposals/${open?.id}/confirm`, { digest: open?.digest }))).toEqual([403, 'step-up-needed']);
    expect((await portal.call('admin', 'DELETE', `${path}/${waits.version}`)).status).toBe(204);
    expect((await get<VersionProposals>(`${path}/${waits.version}/proposals`)).proposals.map(({ state }) => state)).toEqual(['overtaken', 'overtaken']);
  });
});

describe('a release that brings a later version', () => {
  it('waits for the administrator where publishing is manual', async () => {
    const release = licences.map((licence) => (licence.code === 'hotel-business' ? { ...structuredClone(licence), version: licence.version + 1, clock: { ...licence.clock, days: licence.clock.days + 1 } } : licence));
    await prepareDatabase(portal.configuration, portal.running, { licences: release, journeys });
    const { versions } = await get<LicenceVersions>('/api/admin/versions/hotel-business');
    expect(versions.map(({ state, origin }) => [state, origin])).toEqual([['candidate', 'release'], ['in-force', null]]);
  });
});
