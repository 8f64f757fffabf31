import { clientOf } from '@anuyat/database';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { openApplications } from '@anuyat/registrar';
import { deskOfficer, reader, refuse as refuseLane, send, type TestRegistrar } from '@anuyat/registrar/testing';
import { uuidv7 } from 'uuidv7';

const portal = { kind: 'portal', job: 'spec' } as const;
const answers = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 0, purpose: 'pleasure' } };
const because = { th: 'ก', en: 'a' };

/** Applications of one case, by the code of their licence type. */
export interface OrderedCase {
  caseId: string;
  ids: Record<string, string>;
}

/** A company and a permit come before a shop; a kiosk waits for nobody. None costs anything. */
export async function publishOrder({ source, library }: TestRegistrar): Promise<void> {
  const none = { fees: [], feeExamples: [] };
  await source.transaction(async (tx) => {
    await library.publish(tx, 'licence', libraryCard({ ...none, code: 'company', kind: 'registration' }));
    await library.publish(tx, 'licence', libraryCard({ ...none, code: 'permit' }));
    await library.publish(tx, 'licence', libraryCard({ ...none, code: 'shop', dependsOn: ['company', 'permit'] }));
    await library.publish(tx, 'licence', libraryCard({ ...none, code: 'kiosk', follows: ['company'] }));
  });
}

/** Files a case. @param waitsFor what the shop finds missing on the day of filing. */
export async function fileOrder(running: TestRegistrar, codes: string[], waitsFor: string[] = codes.filter((code) => code !== 'shop' && code !== 'kiosk'), houseNo = '1'): Promise<OrderedCase> {
  const caseId = uuidv7();
  const now = new Date();
  const told = { ...answers, premises: { address: { houseNo, subdistrict: '103901' } } };
  const opened = await running.source.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO case_file (id, account_id, applicant_name, journey, journey_version, licences, status, answers, place, business_name, submitted_at, received_at_legal)
       VALUES ($1, $2, 'สมหญิง', 'open-a-shop', 1, '[]', 'submitted', $3, '{}', 'ร้านหนังสือ', $4, $4)`,
      [caseId, reader.accountId, JSON.stringify(told), now],
    );
    const offices = { desk: { office: 'bma-1039-registry', agency: 'bma', because }, vault: { office: 'bma-1039-building', agency: 'bma', because } };
    const file = { caseId, accountId: reader.accountId, answers: told, place: {}, filedOn: '2026-11-23', estate: null, zone: null, submittedAt: now, receivedAtLegal: now, actor: reader };
    return openApplications(
      await clientOf(tx), running.library, running.calendar, file,
      codes.map((code, at) => ({ code, version: 1, number: `${caseId.slice(-12)}-${at}`, offices, data: {}, waitsFor: code === 'shop' ? waitsFor : [] })),
    );
  });
  return { caseId, ids: Object.fromEntries(opened.map(({ code, applicationId }) => [code, applicationId])) };
}

/** Reviews and issues an application as its office and the issuer would. */
export async function issue(running: TestRegistrar, { caseId, ids }: OrderedCase, code: string): Promise<void> {
  const id = ids[code] ?? '';
  await send(running, id, 'desk.accepted', deskOfficer);
  await send(running, id, 'desk.approved', deskOfficer);
  await running.source.query(
    `INSERT INTO licence (number, application_id, case_id, account_id, code, version, office, holder, place_th, place_en, issued_on, status, paper_key)
     VALUES ($1, $2, $3, $4, $5, 1, 'bma-1039-registry', 'สมหญิง', 'ก', 'a', current_date, 'valid', 'k')`,
    [`N-${id.slice(-12)}`, id, caseId, reader.accountId, code],
  );
  await send(running, id, 'licence.issued', portal);
}

/** Refuses an application. */
export async function refuse(running: TestRegistrar, { ids }: OrderedCase, code: string): Promise<void> {
  await send(running, ids[code] ?? '', 'desk.accepted', deskOfficer);
  await refuseLane(running, ids[code] ?? '', 'desk', deskOfficer);
}
