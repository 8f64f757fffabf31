import type { CaseView, MovePlan, NoticeView, Problem, StuckWorkView, VersionProposals } from '@anuyat/contract';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { replayAll, verifyLedger } from '@anuyat/registrar';
import { draftCase, submitDraft } from '../../../sandbox/src/scenario/applying';
import { Officers } from '../../../sandbox/src/scenario/deciding';
import { cafe } from '../../../sandbox/src/scenario/stories';
import { Visitor } from '../../../sandbox/src/scenario/visitor';
import { patience } from '../../../worker/src/testing/patience';
import { must } from '../cases/testing/walk';
import { startTestPortal, type TestPortal } from '../testing/start-test-portal';

const code = 'commercial-registration';
const moves = (version: number): string => `/api/admin/versions/${code}/${version}/moves`;

let portal: TestPortal;
let malee: Visitor;
let officers: Officers;

beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true, patience });
  malee = await new Visitor(portal.url, 'malee').signIn();
  officers = new Officers(portal.url);
}, 60_000);
afterAll(() => portal?.close());

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 90_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error('Waited in vain.');
  }
}

/** A version that says the registration's fee in another way; what was found of it is not what its examples tried. */
async function publish(amount: string): Promise<number> {
  const { library, source } = portal.running;
  const newest = library.findNewestLicence(code)?.definition as LicenceDefinition;
  const version = Math.max(...library.versionsOf(code).map(({ definition }) => definition.version)) + 1;
  await source.transaction((tx) => library.publish(tx, 'licence', { ...newest, version, fees: newest.fees.map((fee) => ({ ...fee, amount })) }));
  return version;
}

const stuck = async (caseNumber: string | null): Promise<StuckWorkView[]> => must(await portal.call<StuckWorkView[]>('admin', 'GET', '/api/admin/stuck'), 200).filter((work) => work.caseNumber === caseNumber);
const registrationOf = ({ details }: CaseView) => details.find((each) => each.code === code) as CaseView['details'][number];

async function approved(): Promise<CaseView> {
  const file = await submitDraft(malee, await draftCase(malee, cafe));
  const { id, lanes } = registrationOf(file);
  const officer = await officers.of(lanes[0]?.office.code ?? '');
  await officer.post(`/api/applications/${id}/events`, { type: 'registry.approved', data: {} });
  return file;
}

it('a fee that cannot be worked out is shown with licence and rule, the time is the portal’s, and once it is mended the bill goes out, once', async () => {
  const broken = await publish('business.capitalBaht / 7');
  const { id: caseId, number } = await approved();
  const work = await until(async () => (await stuck(number)).find(({ rule }) => rule !== null));
  expect(work).toMatchObject({
    licence: { code }, rule: 'business.capitalBaht / 7', what: { th: 'ออกใบแจ้งชำระค่าธรรมเนียม', en: 'Write the bill for the fee' }, reference: expect.stringMatching(/^[0-9A-F]{8}$/),
    problem: { th: expect.stringMatching(/^คำนวณค่าธรรมเนียม “.+” ของ “.+” ไม่ได้: .*ไม่เต็มสตางค์/), en: expect.stringMatching(/^The fee “.+” of “.+” cannot be worked out: .*no whole satang/) },
  });
  expect(portal.told.map(({ message }) => message).join()).toContain(work.reference);
  await until(async () => ((await stuck(number))[0]?.times ?? 0) >= 3);

  const told = await until(async () => {
    const file = await malee.get<CaseView>(`/api/cases/${caseId}`);
    return file.timeline.some(({ what }) => what.en.startsWith('The portal itself is stuck')) && file;
  });
  const registration = registrationOf(told);
  expect(registration).toMatchObject({ version: broken, status: 'awaiting-payment', stuck: { what: work.what, reference: work.reference } });
  expect(registration.tracks.at(-1)?.stretches.at(-1)).toMatchObject({ party: 'portal', until: null, ground: { en: expect.stringContaining('is not the applicant’s') } });
  expect(told.bills).toEqual([]);

  const again = must(await portal.call('admin', 'POST', `/api/admin/stuck/${work.id}/try`), 204);
  expect(again).toBeDefined();
  await until(async () => ((await stuck(number))[0]?.times ?? 0) > 3);

  const mended = await publish('ceiling(business.capitalBaht / 7)');
  const plan = must(await portal.call<MovePlan>('admin', 'GET', moves(mended)), 200);
  const planned = plan.applications.find(({ applicationId }) => applicationId === registration.id);
  expect(planned).toMatchObject({ verdict: 'decide', reasons: [{ code: 'charged' }] });
  const proposals = `/api/admin/versions/${code}/${mended}/proposals`;
  const [open] = must(await portal.call<VersionProposals>('admin', 'POST', `${proposals}/move`, { applications: [{ id: registration.id, revision: planned?.revision }], note: 'สูตรเดิมคำนวณไม่ลงตัว' }), 201).proposals;
  const decided = must(await portal.call<VersionProposals>('second-admin', 'POST', `${proposals}/${open?.id}/confirm`, { digest: open?.digest }), 200);
  expect(decided.proposals[0]?.outcomes).toMatchObject([{ isMoved: true, why: null }]);
  await portal.call('admin', 'POST', `/api/admin/stuck/${work.id}/try`);
  const done = await until(async () => {
    const file = await malee.get<CaseView>(`/api/cases/${caseId}`);
    return file.timeline.some(({ what }) => what.en.startsWith('The portal has put it right')) && file;
  });
  expect(done.bills).toMatchObject([{ status: 'due', total: 4_285_800 }]);
  expect(registrationOf(done).stuck).toBeUndefined();
  const handed: { type: string; party: string }[] = await portal.running.source.query(`SELECT h.type, l.party FROM clock_ledger l JOIN history h ON h.application_id = l.application_id AND h.revision = l.by_revision WHERE l.application_id = $1 AND l.track = 'application' ORDER BY l.by_revision`, [registration.id]);
  expect(handed.slice(-2)).toEqual([{ type: 'portal.stuck', party: 'portal' }, { type: 'portal.resumed', party: 'applicant' }]);
  expect(await stuck(number)).toEqual([]);
  expect((await portal.call<Problem>('admin', 'POST', `/api/admin/stuck/${work.id}/try`)).body.code).toBe('not-found');
  expect((await malee.get<NoticeView[]>('/api/notices')).filter(({ kind, caseId: of }) => kind === 'fee-due' && of === caseId)).toHaveLength(1);
  const definition = portal.running.library.getLicence(code, mended);
  const { faults } = await replayAll(portal.running.source, portal.running.library, portal.running.calendar);
  expect(faults).toEqual([]);
  expect(await verifyLedger(portal.running.source, registration.id, definition)).toBeUndefined();
}, 240_000);

it('what is stuck holds nothing of what somebody wrote, and what succeeds leaves nothing behind', async () => {
  const version = await publish('business.unknownToEverybody * 2');
  const { id, number } = await approved();
  const work = await until(async () => (await stuck(number)).find(({ problem }) => problem.en.includes('a fact that it needs is missing')));
  const columns: { column_name: string }[] = await portal.running.source.query(`SELECT column_name FROM information_schema.columns WHERE table_name = 'stuck_work' ORDER BY 1`);
  expect(columns.map(({ column_name }) => column_name)).toEqual(['application_id', 'case_id', 'code', 'effect', 'fault', 'first_at', 'is_stuck', 'last_at', 'outbox_id', 'times', 'told_at']);
  const [{ fault }] = await portal.running.source.query(`SELECT fault FROM stuck_work WHERE outbox_id = $1`, [work.id]);
  expect(Object.keys(fault).sort()).toEqual(['code', 'item', 'licence', 'rule', 'text', 'why']);
  await until(async () => (await portal.running.source.query(`SELECT FROM stuck_work s WHERE s.case_id = $1 AND NOT EXISTS (SELECT FROM outbox o WHERE o.id = s.outbox_id)`, [id])).length === 0);
  expect(portal.running.library.getLicence(code, version).version).toBe(version);
}, 240_000);
