import { setTimeout as wait } from 'node:timers/promises';
import type { Me } from '@anuyat/contract';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { startRegistrar, type RunningRegistrar } from '@anuyat/registrar';
import { licences } from '@anuyat/workflows';
import { Visitor } from '../../../apps/sandbox/src/scenario/visitor';
import { bundledContenders } from '../contenders/bundled';
import { startDatabase } from '../ground/database';
import { fileCases, type Wanted } from '../ground/filing';
import type { Ground } from '../ground/ground';
import { portal } from '../ground/process-licence';
import { startProduct, type Product } from '../ground/product';
import { verifyApplications } from '../ground/verify';
import type { Findings } from '../harness/bounds';
import { familyOf, memoryOf, sumOf, type Memory } from '../harness/memory';
import { tell } from '../harness/progress';
import { told } from '../harness/rounds';

const CASES = 10_000;
/** Of these the worker does every effect; the others' outbox rows are dropped, which would take it minutes. */
const CASES_FOR_WORKER = 200;
const LICENCES_TO_ISSUE = 20;
const LIMIT_MB = 700;
const LOAD_SECONDS = 4;

/** Resident memory of the embedded product with ten thousand cases, after people have used it. */
export async function measureMemory(_: Ground): Promise<Findings> {
  const database = await startDatabase({ isProduct: true });
  const { server } = database;
  let product: Product | undefined;
  try {
    product = await startProduct(server.appUrl, server.ownerUrl);
    const running = await startRegistrar({ configuration: { DATABASE_URL: server.appUrl }, name: 'bench-fill', onError: (error) => tell(`    ! ${error.message}`) });
    await running.courier.stop();
    tell(`  filing ${CASES} cases`);
    const somchai = await new Visitor(product.url, 'somchai').signIn();
    const { account } = await somchai.get<Me>('/api/auth/me');
    await fill(running, account?.id ?? '');
    await running.close();
    const phases: Record<string, Record<string, Memory>> = {};
    const { pids } = product;
    const look = (phase: string): Record<string, Memory> => {
      const parts = Object.fromEntries([...Object.entries(pids).map(([name, pid]) => [name, sumOf(memoriesOf([pid]))] as const), ['PostgreSQL', sumOf(memoriesOf(familyOf(server.pid)))] as const]);
      phases[phase] = rounded(parts);
      return parts;
    };
    look('filled');
    tell('  people use it');
    await haveALook(product.url, somchai);
    look('looked at');
    await printLicences(somchai);
    look('papers set');
    await askForPages(product.url);
    const parts = look('under load');
    const total = sumOf(Object.values(parts));
    const sessions = await database.asSuperuser<{ name: string; pid: number }>(`SELECT coalesce(nullif(application_name, ''), backend_type) AS name, pid FROM pg_stat_activity`);
    for (const [name, { rss, pss }] of Object.entries({ ...parts, total })) tell(`  ${name.padEnd(12)} RSS ${told(rss).padStart(6)} MB   PSS ${told(pss).padStart(6)} MB`);
    return {
      bounds: [{ name: 'memory', what: `resident memory of api, worker, sandbox and PostgreSQL with ${CASES} cases, shared pages counted once`, sense: '<=', floor: LIMIT_MB, reached: total.pss > 0 ? total.pss : Number.NaN, unit: 'MB' }],
      notes: { megabytes: rounded({ ...parts, total }), phases, sessions: sessionsOf(sessions) },
    };
  } finally {
    await product?.stop();
    await database.stop();
  }
}

async function fill(running: RunningRegistrar, accountId: string): Promise<void> {
  const { source, library } = running;
  await library.load();
  const wanted = ['commercial-registration', 'signboard-tax'].map((code) => wantedOf(licences.find((licence) => licence.code === code)));
  const ids = await fileCases(running, CASES - CASES_FOR_WORKER, wanted);
  await source.query('DELETE FROM outbox WHERE application_id = ANY($1)', [ids]);
  const own = await fileCases(running, CASES_FOR_WORKER, wanted, accountId);
  const registrations = own.filter((_, at) => at % wanted.length === 0).slice(0, LICENCES_TO_ISSUE);
  const registry = wanted[0]?.offices['registry']?.office ?? '';
  const officer = { kind: 'person' as const, accountId: '33333333-3333-4333-8333-333333333333', name: { th: 'เจ้าหน้าที่', en: 'Officer' }, roles: ['officer' as const], offices: [{ code: registry, permissions: ['review' as const, 'approve' as const] }], territories: [], companies: [] };
  const outcomes = await running.registrar.receiveMany(registrations.flatMap((applicationId) => [
    { applicationId, type: 'registry.approved', actor: officer },
    { applicationId, type: 'fee.paid', actor: portal },
  ]));
  const failed = outcomes.find(({ failure }) => failure);
  if (failed) throw failed.failure;
  for (const end = Date.now() + 120_000; Date.now() < end; await wait(100)) {
    const [{ count }] = await source.query('SELECT count(*)::int AS count FROM outbox');
    if (count === 0) break;
  }
  const [{ cases, issued }] = await source.query(`SELECT (SELECT count(*)::int FROM case_file) AS cases, (SELECT count(*)::int FROM licence) AS issued`);
  if (cases < CASES || issued < LICENCES_TO_ISSUE) throw new Error(`${cases} cases and ${issued} licences are there; ${CASES} and ${LICENCES_TO_ISSUE} should be.`);
  await verifyApplications(running, registrations, { status: 'issued', ...definitionOf('commercial-registration') });
}

/** People sign in and look at their lists, cases and tasks, all at once. */
async function haveALook(url: string, somchai: Visitor): Promise<void> {
  const officer = await new Visitor(url, 'watthana-registry').signIn();
  const monitor = await new Visitor(url, 'eec-monitor').signIn();
  const { items } = await somchai.get<{ items: { id: string }[] }>('/api/cases');
  for (let round = 0; round < 10; round++) {
    await Promise.all([
      somchai.get('/api/cases'),
      ...items.slice(0, 5).map(({ id }) => somchai.get(`/api/cases/${id}`)),
      officer.get('/api/tasks'),
      monitor.get('/api/monitor/overview'),
      monitor.get('/api/monitor/applications'),
    ]);
  }
}

/** The applicant fetches licences as papers, which the api sets in type. */
async function printLicences(somchai: Visitor): Promise<void> {
  const held = await somchai.get<{ number: string }[] | { items: { number: string }[] }>('/api/licences');
  const numbers = (Array.isArray(held) ? held : held.items).map(({ number }) => number).slice(0, 10);
  if (numbers.length === 0) throw new Error('The applicant holds no licence.');
  for (const number of numbers) await somchai.fetchBytes(`/api/licences/${encodeURIComponent(number)}/pdf`);
}

/** The public pages' data, as fast as they come. */
async function askForPages(url: string): Promise<void> {
  const { load } = await bundledContenders();
  await load(`${url}/api/licence-types`, LOAD_SECONDS);
  await load(`${url}/api/journeys`, LOAD_SECONDS);
}

/** How many sessions each program holds, and what they take together, in megabytes. */
function sessionsOf(sessions: readonly { name: string; pid: number }[]): Record<string, { count: number; pss: number }> {
  return Object.fromEntries([...Map.groupBy(sessions, ({ name }) => name)].map(([name, each]) => [name, { count: each.length, pss: Math.round(sumOf(memoriesOf(each.map(({ pid }) => pid))).pss) }]));
}

function wantedOf(definition: LicenceDefinition | undefined): Wanted {
  if (!definition) throw new Error('A licence that the bench files is not there any more.');
  const because = { th: 'อยู่ในเขตวัฒนา', en: 'It is in Watthana.' };
  return { code: definition.code, version: definition.version, offices: Object.fromEntries(definition.lanes.map(({ id, duty }) => [id, { office: `bma-1039-${duty}`, agency: 'bma', because }])) };
}

function definitionOf(code: string): { definition: LicenceDefinition } {
  const definition = licences.find((licence) => licence.code === code);
  if (!definition) throw new Error(`There is no licence "${code}".`);
  return { definition };
}

function memoriesOf(pids: readonly number[]): Memory[] {
  return pids.flatMap((pid) => memoryOf(pid) ?? []);
}

function rounded(parts: Record<string, Memory>): Record<string, Memory> {
  return Object.fromEntries(Object.entries(parts).map(([name, { rss, pss }]) => [name, { rss: Math.round(rss), pss: Math.round(pss) }]));
}
