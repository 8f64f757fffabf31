import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { findText, textOf, type Text } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** What each notice says; `{licence}` and `{lane}` are filled in. */
const sentences: Record<string, Text> = {
  question: { th: '{lane} ขอให้ท่านแก้ไขหรือเพิ่มเติม: {licence}', en: '{lane} asks you something about: {licence}' },
  'inspection-planned': { th: '{lane} นัดตรวจสถานที่: {licence}', en: '{lane} has arranged an inspection: {licence}' },
  'fee-due': { th: 'ถึงขั้นชำระค่าธรรมเนียม: {licence}', en: 'The fee is due: {licence}' },
  'prerequisite-failed': {
    th: 'เรื่องที่ต้องได้ก่อนยังไม่ได้รับอนุญาต คำขอนี้รอท่านตัดสินใจ: {licence}',
    en: 'A licence that has to come first was not granted. You can wait for a new one, or withdraw: {licence}',
  },
  issued: { th: 'ออกเอกสารแล้ว: {licence}', en: 'Issued: {licence}' },
  refused: { th: 'ไม่อนุญาต: {licence}', en: 'Refused: {licence}' },
  returned: { th: 'คืนคำขอ: {licence}', en: 'Returned to you: {licence}' },
  withdrawn: { th: 'ถอนคำขอแล้ว: {licence}', en: 'Withdrawn: {licence}' },
};

/** Everything that an applicant can be told. */
export const noticeKinds: readonly string[] = Object.keys(sentences);

/** Tells the applicant what concerns them, in both languages; once for each event. */
export class NoticeWriter implements EffectProcessor {
  readonly effects = ['tell', 'requestAnswer'] as const;

  constructor(private readonly library: DefinitionLibrary) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const notice = row.effect === 'requestAnswer' ? 'question' : String(row.params['notice']);
    const sentence = Object.hasOwn(sentences, notice) ? sentences[notice] : undefined;
    if (!sentence) throw new Error(`There are no words for the notice "${notice}".`);
    const lane = typeof row.params['lane'] === 'string' ? row.params['lane'] : null;
    const [application]: { account_id: string; code: string; version: number; at: Date }[] = await tx.query(
      `SELECT a.account_id, a.code, a.version, h.at FROM application a JOIN history h ON h.application_id = a.id AND h.revision = $2 WHERE a.id = $1`,
      [row.applicationId, row.revision],
    );
    if (!application) throw new Error(`There is no application ${row.applicationId} at revision ${row.revision}.`);
    const { texts } = this.library.getLicence(application.code, application.version);
    const title = filled(sentence, textOf(texts, 'title'), lane ? findText(texts, `lanes.${lane}`) : undefined);
    await tx.query(
      `INSERT INTO notice (id, account_id, case_id, application_id, revision, notice, lane, title_th, title_en, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (application_id, revision, notice) DO NOTHING`,
      [uuidv7(), application.account_id, row.caseId, row.applicationId, row.revision, notice, lane, title.th, title.en, application.at],
    );
  }
}

function filled(sentence: Text, licence: Text, lane: Text | undefined): Text {
  const fill = (language: keyof Text): string => sentence[language].replace('{licence}', () => licence[language]).replace('{lane}', () => lane?.[language] ?? '');
  return { th: fill('th'), en: fill('en') };
}
