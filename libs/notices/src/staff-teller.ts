import { inForce } from '@anuyat/database';
import { getOffice } from '@anuyat/dictionary/reference';
import { findText, textOf, type Text } from '@anuyat/licence-kit';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { readSupervisors, type DefinitionLibrary, type Hands, type LaneOffice } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { LETTERS_OF_TOLD } from './letters-of-told';

/** What supervisors are told; `{licence}` and `{lane}` are filled in. */
const toSupervisors: Readonly<Record<string, Text>> = {
  'demand-waits': { th: '{lane} ขอเรียกเพิ่มเป็นครั้งที่สอง รอคุณเห็นชอบ: {licence}', en: '{lane} wants to ask a second time and waits for your consent: {licence}' },
  'task-late': { th: '{lane} พิจารณาเกินกำหนดแล้ว: {licence}', en: '{lane} is past its time limit: {licence}' },
  'delay-unexplained': { th: 'หนังสือแจ้งความล่าช้าส่งออกไปโดย{lane} ไม่ได้ให้เหตุผล: {licence}', en: 'A delay notice went out without a reason from {lane}: {licence}' },
  'stepped-aside': { th: 'เจ้าหน้าที่แจ้งว่ามีส่วนได้เสีย งานกลับมารอผู้อื่นรับ ({lane}): {licence}', en: 'An officer declared an interest, and the task waits for somebody else ({lane}): {licence}' },
};

/** What those who look after the agency's people are told, where the office has no supervisor who may act. */
const withoutSupervisor: Readonly<Record<'demand' | 'task', Text>> = {
  demand: { th: '{office} ไม่มีผู้ที่เห็นชอบการเรียกเพิ่มครั้งที่สองได้ และมีคำขอรออยู่ โปรดให้สิทธิกำกับดูแลแก่เจ้าหน้าที่: {licence}', en: '{office} has nobody who may consent to a second demand, and one waits. Please give an officer the right to supervise: {licence}' },
  task: { th: '{office} ไม่มีผู้กำกับดูแล จึงไม่มีใครติดตามงานที่เกินกำหนดหรือถูกส่งคืน โปรดให้สิทธิกำกับดูแลแก่เจ้าหน้าที่: {licence}', en: '{office} has no supervisor to follow up a task that is late or was given back. Please give an officer the right to supervise: {licence}' },
};

interface Matter {
  account_id: string;
  code: string;
  version: number;
  offices: Record<string, LaneOffice>;
  hands: Hands;
  at: Date;
  /** Who brought the event about. */
  by: string | null;
  is_settled: boolean;
}

const MATTER = `
  SELECT a.account_id, a.code, a.version, a.offices, a.hands, h.at, h.actor ->> 'accountId' AS by,
         EXISTS (SELECT FROM history l WHERE l.application_id = a.id AND l.revision > $2 AND l.type IN ($3 || '.demandApproved', $3 || '.demandDeclined')) AS is_settled
    FROM application a JOIN history h ON h.application_id = a.id AND h.revision = $2 WHERE a.id = $1`;


/** Who looks after the agency's people; where nobody does, the portal's administrators. */
const ADMINISTRATORS = `
  WITH own AS (SELECT DISTINCT g.account_id FROM agency_administrator g JOIN account a ON a.id = g.account_id AND a.closed_at IS NULL WHERE g.agency = $1 AND ${inForce('g')})
  SELECT account_id AS id FROM own
  UNION ALL
  SELECT DISTINCT r.account_id FROM account_role r JOIN account a ON a.id = r.account_id AND a.closed_at IS NULL WHERE r.role = 'admin' AND ${inForce('r')} AND NOT EXISTS (SELECT FROM own)`;

const WRITE = `
  WITH told AS (
    INSERT INTO notice (id, account_id, case_id, application_id, revision, notice, lane, title_th, title_en, at, audience)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'staff') ON CONFLICT (application_id, revision, notice, account_id) DO NOTHING RETURNING id, account_id
  ) ${LETTERS_OF_TOLD}`;

/**
 * Tells the supervisors of an office what waits for them or is late there: each who may act in the matter, and neither the applicant, nor who
 * stepped aside, nor who proposed what is to be consented to. An office without any is told of to its agency's administrators.
 */
export class StaffTeller implements EffectProcessor {
  readonly effects = ['tellStaff'] as const;

  constructor(private readonly library: DefinitionLibrary) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const [lane, kind] = [String(row.params['lane']), String(row.params['notice'])];
    const [matter]: Matter[] = await tx.query(MATTER, [row.applicationId, row.revision, lane]);
    const office = matter?.offices[lane];
    if (!matter || !office) throw new Error(`There is no lane "${lane}" in application ${row.applicationId} at revision ${row.revision}.`);
    const isDemand = kind === 'demand-waits';
    if (isDemand && matter.is_settled) return;
    const without = [matter.account_id, ...(matter.hands[lane]?.barred ?? []), ...(isDemand && matter.by ? [matter.by] : [])];
    const supervisors = (await readSupervisors(tx, office.office, without)).map(({ accountId }) => accountId);
    const told = supervisors.length > 0 ? supervisors : (await tx.query<{ id: string }[]>(ADMINISTRATORS, [office.agency])).map(({ id }) => id);
    const of = isDemand ? 'demand' : 'task';
    const sentence = supervisors.length > 0 ? toSupervisors[kind] : withoutSupervisor[of];
    if (!sentence) throw new Error(`There are no words for the notice "${kind}".`);
    const title = this.filled(sentence, matter, lane, office.office);
    const notice = supervisors.length > 0 ? kind : `unsupervised-${of}`;
    for (const account of told) await tx.query(WRITE, [uuidv7(), account, row.caseId, row.applicationId, row.revision, notice, lane, title.th, title.en, matter.at]);
  }

  private filled(sentence: Text, { code, version }: Matter, lane: string, office: string): Text {
    const { texts } = this.library.getLicence(code, version);
    const words = { licence: textOf(texts, 'title'), lane: findText(texts, `lanes.${lane}`), office: getOffice(office).title };
    const fill = (language: keyof Text): string => sentence[language].replace(/\{(licence|lane|office)\}/g, (_, name: keyof typeof words) => words[name]?.[language] ?? '');
    return { th: fill('th'), en: fill('en') };
  }
}
