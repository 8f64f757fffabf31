import type { PersonActor } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { lifeOf } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { uuidv7 } from 'uuidv7';
import { openApplications, type Opened } from '../opening';
import type { RunningRegistrar } from '../start-registrar';

/** A reader who wants rare books, so that both lanes review. */
export const reader: PersonActor = person('11111111-1111-4111-8111-111111111111', 'ผู้อ่าน', 'Reader');
export const stranger: PersonActor = person('22222222-2222-4222-8222-222222222222', 'คนอื่น', 'Stranger');
export const deskOfficer: PersonActor = officer('33333333-3333-4333-8333-333333333333', 'เคาน์เตอร์', 'Desk', 'bma-1039-registry');
export const otherDeskOfficer: PersonActor = officer('44444444-4444-4444-8444-444444444444', 'เคาน์เตอร์สอง', 'Second desk', 'bma-1039-registry');
export const vaultOfficer: PersonActor = officer('55555555-5555-4555-8555-555555555555', 'ห้องหนังสือ', 'Vault', 'bma-1039-building');

export const answers = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };

const because = { th: 'อยู่ในเขตวัฒนา', en: 'It is in Watthana.' };

/** Publishes the toy licence. */
export async function publishLibraryCard({ source, library }: RunningRegistrar): Promise<void> {
  await source.transaction(async (tx) => {
    await library.publish(tx, 'licence', libraryCard());
    await library.publish(tx, 'life', lifeOf(libraryCard()));
  });
}

/** Where a case of cards is and what it is called; as it comes where nothing is said. */
export interface CardCase {
  businessName?: string;
  place?: Record<string, string | null>;
  estate?: string;
  zone?: string;
  /** The version that it is filed under; the first where nothing is said. */
  version?: number;
}

/** Submits a case that asks for library cards. */
export async function submitCase(
  running: RunningRegistrar,
  facts: Record<string, unknown> = answers,
  cards = 1,
  { businessName = 'ร้านหนังสือ', place = {}, estate, zone, version = 1 }: CardCase = {},
): Promise<{ caseId: string; opened: Opened[] }> {
  const caseId = uuidv7();
  const now = new Date();
  const opened = await running.source.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO case_file (id, account_id, applicant_name, journey, journey_version, licences, status, answers, place, business_name, estate, zone, submitted_at, received_at_legal)
       VALUES ($1, $2, 'สมหญิง', 'read-books', 1, '[]', 'submitted', $3, $4, $5, $6, $7, $8, $8)`,
      [caseId, reader.accountId, JSON.stringify(facts), JSON.stringify(place), businessName, estate ?? null, zone ?? null, now],
    );
    await tx.query(`INSERT INTO answer_change (case_id, revision, changes, actor) VALUES ($1, 0, $2, '{}')`, [caseId, JSON.stringify(facts)]);
    return openApplications(
      await clientOf(tx), running.library, running.calendar,
      {
        caseId, accountId: reader.accountId, answers: facts, place, filedOn: '2026-11-23', estate: estate ?? null, zone: zone ?? null,
        submittedAt: now, receivedAtLegal: now, actor: reader,
      },
      Array.from({ length: cards }, (_, at) => ({
        code: 'library-card',
        version,
        number: `T${caseId.slice(-12)}-${at + 1}`,
        offices: {
          desk: { office: 'bma-1039-registry', agency: 'bma', because },
          vault: { office: 'bma-1039-building', agency: 'pattaya', because },
        },
        data: { answersRevision: 0 },
      })),
    );
  });
  running.courier.wake();
  return { caseId, opened };
}

/** Submits a case with one card and gives the application's id. */
export async function submitCard(running: RunningRegistrar, facts: Record<string, unknown> = answers): Promise<string> {
  const { opened } = await submitCase(running, facts);
  const [first] = opened;
  if (!first) throw new Error('Nothing was opened.');
  return first.applicationId;
}

function person(accountId: string, th: string, en: string): PersonActor {
  return { kind: 'person', accountId, name: { th, en }, roles: ['applicant'], offices: [], territories: [], companies: [] };
}

function officer(accountId: string, th: string, en: string, office: string): PersonActor {
  return { ...person(accountId, th, en), roles: ['officer'], offices: [{ code: office, permissions: ['review', 'inspect', 'approve'] }] };
}
