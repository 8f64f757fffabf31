import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CaseView } from '@anuyat/contract';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { resolveRefs } from '@anuyat/dictionary';
import { itemiseFees, totalOf, type JourneyDefinition, type JsonSchema, type LicenceDefinition } from '@anuyat/licence-kit';
import { prove } from '@anuyat/licence-kit/prover';
import { payeesOf, startRegistrar, verifyHistory, type LaneOffice } from '@anuyat/registrar';
import { licences } from '@anuyat/workflows';
import { FsTree, flushChanges, type FileChange } from 'nx/src/generators/tree.js';
import { draftCase, submitDraft } from '../../../sandbox/src/scenario/applying';
import { Officers } from '../../../sandbox/src/scenario/deciding';
import { Visitor } from '../../../sandbox/src/scenario/visitor';
import { walkCase } from '../../../sandbox/src/scenario/walking';
import { startTestPortal, type TestPortal } from './start-test-portal';

type Facts = Record<string, Record<string, unknown>>;
interface LivedStory {
  facts: Facts;
  steps: { expect: { status?: string } }[];
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const watthana = { subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };
const mapYangPhon = { subdistrict: '210603', district: '2106', province: '21', postcode: '21140' };

/** A journey to one licence alone, which asks who and where. */
function journeyTo({ code }: LicenceDefinition): JourneyDefinition {
  const questions: JsonSchema = {
    type: 'object',
    required: ['applicant', 'premises'],
    properties: {
      applicant: { type: 'object', required: ['kind'], properties: { kind: { $ref: 'dictionary#/applicant/kind' } } },
      premises: {
        type: 'object', required: ['address'],
        properties: { address: { $ref: 'dictionary#/premises/address', required: Object.keys(watthana) }, estate: { $ref: 'dictionary#/premises/estate' } },
      },
    },
  };
  const words = { title: code, summary: code, [`licences.${code}.because`]: code, [`licences.${code}.otherwise`]: code };
  return { format: 1, code: `only-${code}`, version: 1, questions: resolveRefs(questions), licences: [{ code, needed: 'true' }], texts: { th: words, en: words } };
}

/** A company for which the director among the personas may act. */
const company = { juristicId: '0205568000016', nameTh: 'บริษัท ตัวอย่างชลบุรี จำกัด' };

/** What somebody filed who got the licence, moved to a place whose offices have people. */
function grantedFacts(folder: string): Facts {
  const stories = readdirSync(join(folder, 'stories')).sort().map((file) => JSON.parse(readFileSync(join(folder, 'stories', file), 'utf8')) as LivedStory);
  const granted = stories.find(({ steps }) => steps.at(-1)?.expect.status === 'issued');
  if (!granted) throw new Error(`Nobody was ever granted what ${folder} is about.`);
  const { place: _place, filing: _filing, ...facts } = granted.facts;
  const { zone: _zone, ...premises } = facts['premises'] ?? {};
  const houseNo = { houseNo: (premises['address'] as { houseNo: string }).houseNo };
  const address = premises['estate'] ? { ...houseNo, ...mapYangPhon } : { ...houseNo, ...watthana };
  const applicant = facts['applicant']?.['kind'] === 'juristic' ? { ...facts['applicant'], ...company } : facts['applicant'];
  return { ...facts, applicant: applicant ?? {}, premises: { ...premises, ...(premises['estate'] ? { estate: 'amata-city-rayong' } : {}), address } };
}

async function walk(portal: TestPortal, licence: LicenceDefinition, facts: Facts): Promise<CaseView> {
  const isCompany = facts['applicant']?.['kind'] === 'juristic';
  const { houseNo: _houseNo, ...where } = facts['premises']?.['address'] as Record<string, string>;
  const estate = facts['premises']?.['estate'];
  const applicant = await new Visitor(portal.url, isCompany ? 'wichai' : 'malee').signIn();
  const draft = await draftCase(applicant, {
    applicant: applicant.persona,
    journey: journeyTo(licence).code,
    quiz: { applicant: { kind: facts['applicant']?.['kind'] }, premises: { address: where, ...(estate ? { estate } : {}) } },
    rest: facts,
  });
  const { id } = await submitDraft(applicant, draft);
  return walkCase(applicant, id, new Officers(portal.url), {}, () => undefined);
}

let folder: string;
let changes: FileChange[];
let generated: LicenceDefinition;
let database: TestDatabase;
let portal: TestPortal;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anuyat-catalogue-'));
  cpSync(join(root, 'workflows'), join(folder, 'workflows'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const { default: generate } = await import(pathToFileURL(join(root, 'libs/workspace/src/generators/licence/generator.mjs')).href);
  const tree = new FsTree(folder, false);
  await generate(tree, { name: 'pet-grooming', law: 'public-health', titleTh: 'ใบอนุญาตอาบน้ำตัดขนสัตว์', titleEn: 'Pet grooming licence' });
  changes = tree.listChanges();
  flushChanges(folder, changes);
  generated = ((await import(join(folder, 'workflows/pet-grooming/licence.ts'))) as { licence: LicenceDefinition }).licence;

  database = await createTestDatabase();
  const publisher = await startRegistrar({ configuration: { DATABASE_URL: database.appUrl }, name: 'catalogue-spec', onError: () => undefined });
  await publisher.source.transaction(async (tx) => {
    await publisher.library.publish(tx, 'licence', generated);
    for (const licence of [...licences, generated]) await publisher.library.publish(tx, 'journey', journeyTo(licence));
  });
  await publisher.close();
  portal = await startTestPortal({ databaseUrl: database.appUrl, withWorker: true });
}, 120_000);

afterAll(async () => {
  await portal.close();
  await database.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('a licence that was generated a moment ago', () => {
  it('is a folder, and nothing else: no other file was touched, and the registry has it', async () => {
    expect(changes.length).toBeGreaterThan(5);
    expect(changes.filter(({ type, path }) => type !== 'CREATE' || !path.startsWith('workflows/pet-grooming/'))).toEqual([]);
    const registry = (await import(join(folder, 'workflows/registry.ts'))) as { licences: LicenceDefinition[] };
    expect(registry.licences.map(({ code }) => code)).toEqual([...licences.map(({ code }) => code), 'pet-grooming'].sort());
  });

  it('proves', () => {
    expect(prove(generated)).toMatchObject({ code: 'pet-grooming', isProved: true });
  });

  it('is filed, reviewed, paid and issued, and its history verifies', async () => {
    const { details, licences: issued, bills } = await walk(portal, generated, grantedFacts(join(folder, 'workflows/pet-grooming')));
    expect(details.map(({ code, status }) => [code, status])).toEqual([['pet-grooming', 'issued']]);
    expect(bills.map(({ total, status }) => [total, status])).toEqual([[10_000, 'paid']]);
    expect(issued.map(({ number }) => number)).toEqual([expect.stringMatching(/^PG-BMA1039SANITATION-25\d\d-00001$/)]);
    expect(await verifyHistory(portal.running.source, details[0]?.id ?? '', generated)).toBeUndefined();
  }, 60_000);
});

describe('every licence of the catalogue', () => {
  it.each(licences.map((licence) => [licence.code, licence] as const))('can be had where its offices have people: %s', async (code, licence) => {
    const facts = grantedFacts(join(root, 'workflows', code));
    const { details, licences: issued, bills } = await walk(portal, licence, facts);
    expect(details.map((application) => [application.code, application.status])).toEqual([[code, 'issued']]);
    expect(issued).toHaveLength(1);
    const place = { province: '10', localAuthority: 'bma-1039' };
    const [{ offices }] = (await portal.running.source.query(`SELECT offices FROM application WHERE id = $1`, [details[0]?.id])) as [{ offices: Record<string, LaneOffice> }];
    const rates = portal.running.library.rates.on(licence, payeesOf(licence, offices), '2026-11-23');
    const owed = totalOf(itemiseFees(licence, { ...facts, place, filing: { date: '2026-11-23' }, rates }));
    expect(bills.map(({ total, status }) => [total, status])).toEqual(owed > 0 ? [[owed, 'paid']] : []);
  }, 60_000);
});
