import { clientOf, inTransaction } from '@anuyat/database';
import { openTogether, type Opening, type RunningRegistrar } from '@anuyat/registrar';
import { uuidv7 } from 'uuidv7';
import { applicant, carriedLicence, offices, processLicence } from './process-licence';

/** An applicant's answers of an ordinary size: about a kilobyte. */
export const answers = {
  applicant: { kind: 'juristic', juristicId: '0105561000005', nameTh: 'บริษัท ครัวสุขใจ จำกัด', nameEn: 'Krua Sukjai Co., Ltd.', phone: '021234567', email: 'office@example.co.th' },
  business: { nameTh: 'ครัวสุขใจ', nameEn: 'Krua Sukjai', activities: ['56101'], capitalBaht: 1_000_000, startDate: '2026-12-01', areaSqm: 180 },
  premises: {
    address: { houseNo: '99/1', moo: '4', road: 'ถนนสุขุมวิท', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' },
    position: { lat: 13.7367, lon: 100.5601 }, areaSqm: 180, tenure: 'rent', storeys: 2, openingHours: '10:00-22:00', buildingUse: 'restaurant',
  },
  workers: { men: 4, women: 6 },
  signs: [{ kind: 'mixed', isMoving: false, widthCm: 300, heightCm: 120, sides: 1, text: 'ครัวสุขใจ Krua Sukjai' }],
};

const place = { province: '10', district: '1039', subdistrict: '103901', localAuthority: 'bangkok', estate: null, zone: null };

const INSERT_CASES = `
  INSERT INTO case_file (id, number, account_id, applicant_name, journey, journey_version, licences, status, answers, place, business_name, submitted_at, received_at_legal)
  SELECT id, 'B-' || id, $2, 'บริษัท ครัวสุขใจ จำกัด', 'open-a-restaurant', 1, $6, 'submitted', $3, $4, 'ครัวสุขใจ', $5, $5 FROM unnest($1::uuid[]) AS id`;

const CASES_PER_TRANSACTION = 50;

/** What is asked for with each case; the licence of the seven events unless told otherwise. */
export type Wanted = Omit<Opening, 'number' | 'data'>;

export const theProcess: Wanted = { code: processLicence.code, version: processLicence.version, offices };

/** The same with only the effects that carry a case forward. */
export const carriedProcess: Wanted = { ...theProcess, code: carriedLicence.code };

/** Publishes the licences of the seven events. */
export async function publishProcess({ source, library }: RunningRegistrar): Promise<void> {
  await source.transaction(async (tx) => {
    await library.publish(tx, 'licence', processLicence);
    await library.publish(tx, 'licence', carriedLicence);
  });
}

/** What filing needs of a running registrar. */
type Filing = Pick<RunningRegistrar, 'source' | 'library' | 'calendar'>;

/** Submits that many cases, each with its applications, fifty in one transaction. @returns the applications' ids. */
export async function fileCases(running: Filing, count: number, wanted: readonly Wanted[] = [theProcess], accountId = applicant.accountId): Promise<string[]> {
  const ids: string[] = [];
  for (let left = count; left > 0; left -= CASES_PER_TRANSACTION) ids.push(...(await fileTogether(running, Math.min(left, CASES_PER_TRANSACTION), wanted, accountId)));
  return ids;
}

async function fileTogether({ source, library, calendar }: Filing, count: number, wanted: readonly Wanted[], accountId: string): Promise<string[]> {
  const now = new Date();
  const cases = Array.from({ length: count }, () => uuidv7());
  return inTransaction(source, async (tx) => {
    const client = await clientOf(tx);
    const kept = client.query({ name: 'bench-cases', text: INSERT_CASES, values: [cases, accountId, JSON.stringify(answers), JSON.stringify(place), now, JSON.stringify(wanted.map(({ code, version }) => ({ code, version, because: [] })))] });
    const filings = cases.map((caseId) => ({
      file: { caseId, accountId, answers, place, filedOn: '2026-11-23', estate: null, zone: null, submittedAt: now, receivedAtLegal: now, actor: applicant },
      openings: wanted.map((opening, at) => ({ ...opening, number: `${caseId}-${at}`, data: { answersRevision: 0 } })),
    }));
    const [opened] = await Promise.all([openTogether(client, library, calendar, filings), kept]);
    return opened.map(({ applicationId }) => applicationId);
  });
}
