import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { findText, textOf, type Text } from '@anuyat/licence-kit';
import { findDelayReason, type DefinitionLibrary } from '@anuyat/registrar';
import { formatDate } from '@anuyat/dictionary';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { LETTERS_OF_TOLD } from './letters-of-told';

/** What each notice says; `{licence}` and `{lane}` are filled in. */
const sentences: Record<string, Text> = {
  question: { th: '{lane} ขอให้คุณแก้ไขหรือเพิ่มเติม: {licence}', en: '{lane} asks you something about: {licence}' },
  'inspection-planned': { th: '{lane} นัดตรวจสถานที่: {licence}', en: '{lane} has arranged an inspection: {licence}' },
  delay: { th: '{lane} พิจารณาไม่เสร็จตามกำหนด: {licence}', en: '{lane} is late with: {licence}' },
  'deemed-approved': { th: 'พ้นกำหนดเวลา กฎหมายให้ถือว่า{lane}เห็นชอบแล้ว: {licence}', en: 'The time limit passed, so by law it counts as approved by {lane}: {licence}' },
  'fee-due': { th: 'ถึงขั้นชำระค่าธรรมเนียม: {licence}', en: 'The fee is due: {licence}' },
  'fee-raised': { th: 'ข้อมูลที่แก้ไขทำให้ค่าธรรมเนียมเพิ่มขึ้น โปรดชำระส่วนที่เพิ่ม: {licence}', en: 'Your correction raised the fee. Please pay the rest: {licence}' },
  'fee-lowered': { th: 'ข้อมูลที่แก้ไขทำให้ค่าธรรมเนียมลดลง หน่วยงานจะคืนส่วนที่ชำระเกิน: {licence}', en: 'Your correction lowered the fee. The office gives back what you paid too much: {licence}' },
  'fee-refunded': { th: 'หน่วยงานคืนเงินส่วนที่ชำระเกินแล้ว: {licence}', en: 'The office has given back what you paid too much: {licence}' },
  'licence-outdated': { th: 'ใบอนุญาตที่ออกแล้วไม่ตรงกับข้อมูลที่คุณแก้ไข โปรดยื่นขอแก้ไขใบอนุญาต: {licence}', en: 'What was issued no longer matches your corrected answers. Please ask for the licence to be changed: {licence}' },
  'prerequisite-failed': {
    th: 'เรื่องที่ต้องได้ก่อนยังไม่ได้รับอนุญาต คำขอนี้รอคุณตัดสินใจ: {licence}',
    en: 'A licence that has to come first was not granted. You can wait for a new one, or withdraw: {licence}',
  },
  issued: { th: 'ออกเอกสารแล้ว: {licence}', en: 'Issued: {licence}' },
  'refusal-intended': { th: '{lane} อาจไม่อนุญาต โปรดชี้แจงก่อน: {licence}', en: '{lane} may refuse. Please answer first: {licence}' },
  annulled: { th: 'เพิกถอนคำสั่งตามที่คุณอุทธรณ์: {licence}', en: 'Your appeal succeeded, the order is annulled: {licence}' },
  granted: { th: 'แก้คำสั่งเป็นอนุญาตตามที่คุณอุทธรณ์: {licence}', en: 'Your appeal succeeded, it is granted: {licence}' },
  upheld: { th: 'ยกอุทธรณ์: {licence}', en: 'Your appeal was not accepted: {licence}' },
  'not-admitted': { th: 'ไม่รับอุทธรณ์: {licence}', en: 'Your appeal was not admitted: {licence}' },
  'appeal-sent-up': { th: 'ส่งอุทธรณ์ให้ผู้มีอำนาจพิจารณาแล้ว: {licence}', en: 'Your appeal was sent up: {licence}' },
  'appeal-extended': { th: 'ขยายเวลาพิจารณาอุทธรณ์: {licence}', en: 'More time is taken to decide: {licence}' },
  'court-open': { th: 'พิจารณาอุทธรณ์เกินกำหนด คุณฟ้องศาลปกครองได้: {licence}', en: 'The appeal is late. You may go to the Administrative Court: {licence}' },
  refused: { th: 'ไม่อนุญาต: {licence}', en: 'Refused: {licence}' },
  returned: { th: 'คืนคำขอ: {licence}', en: 'Returned to you: {licence}' },
  withdrawn: { th: 'ถอนคำขอแล้ว: {licence}', en: 'Withdrawn: {licence}' },
  'expiry-near': { th: 'ใบอนุญาตใกล้หมดอายุ: {licence}', en: 'Your licence expires soon: {licence}' },
  'renewal-due': { th: 'ต่ออายุได้แล้ว เพียงชำระค่าธรรมเนียม: {licence}', en: 'Pay the fee and it is renewed: {licence}' },
  'renewal-open': { th: 'ยื่นต่ออายุได้แล้ว: {licence}', en: 'It can be renewed now: {licence}' },
  renewed: { th: 'ต่ออายุแล้ว: {licence}', en: 'Renewed: {licence}' },
  lapsed: { th: 'ใบอนุญาตหมดอายุแล้ว แต่ยังต่ออายุย้อนหลังได้: {licence}', en: 'It has expired, but can still be renewed late: {licence}' },
  expired: { th: 'ใบอนุญาตหมดอายุแล้ว: {licence}', en: 'Expired: {licence}' },
  intent: { th: 'สำนักงานแจ้งว่าอาจพักใช้หรือเพิกถอน คุณชี้แจงได้: {licence}', en: 'The office intends to suspend or revoke it, and you may answer: {licence}' },
  'intent-dropped': { th: 'สำนักงานยุติเรื่องโดยไม่ออกคำสั่ง: {licence}', en: 'The office has closed the matter without an order: {licence}' },
  suspended: { th: 'ใบอนุญาตถูกพักใช้: {licence}', en: 'Suspended: {licence}' },
  'order-annulled': { th: 'คำสั่งเกี่ยวกับใบอนุญาตถูกเพิกถอนในชั้นอุทธรณ์: {licence}', en: 'An order about the licence was annulled on appeal: {licence}' },
  'suspension-ended': { th: 'พ้นการพักใช้แล้ว ใบอนุญาตใช้ได้ตามเดิม: {licence}', en: 'The suspension is over: {licence}' },
  'filing-rests': { th: 'ใบอนุญาตถูกเพิกถอน คำขอนี้พักไว้ ระบบไม่เรียกเก็บค่าธรรมเนียม หากคำสั่งถูกเพิกถอนในชั้นอุทธรณ์ คำขอจะเดินต่อเอง: {licence}', en: 'The licence was revoked, so this filing rests and no fee is asked for. Should the order be annulled on appeal, it goes on by itself: {licence}' },
  'filing-goes-on': { th: 'คำสั่งเพิกถอนใบอนุญาตสิ้นผลแล้ว คำขอที่พักไว้เดินต่อ โดยถือวันยื่นเดิม: {licence}', en: 'The revocation was annulled. Your filing goes on, and counts from the day that you filed it: {licence}' },
  'filing-ended': { th: 'คำสั่งเพิกถอนใบอนุญาตถึงที่สุดแล้ว คำขอนี้จึงสิ้นสุดลง หากชำระค่าธรรมเนียมไว้ หน่วยงานจะคืนให้ เหตุผลและวิธีอุทธรณ์อยู่ในคำสั่ง: {licence}', en: 'The revocation of the licence is final, so this filing has ended. Any fee that you paid for it is given back. The order says why, and how to appeal: {licence}' },
  'revocation-final': { th: 'คำสั่งเพิกถอนใบอนุญาตถึงที่สุดแล้ว หากชำระค่าต่ออายุไว้แต่ยังไม่ได้ต่อ หน่วยงานจะคืนให้: {licence}', en: 'The revocation is final. A renewal fee that was paid and renewed nothing is given back: {licence}' },
  revoked: { th: 'ใบอนุญาตถูกเพิกถอน: {licence}', en: 'Revoked: {licence}' },
  cancelled: { th: 'บันทึกการเลิกกิจการแล้ว: {licence}', en: 'Ended as you told us: {licence}' },
  amended: { th: 'แก้ไขใบอนุญาตแล้ว: {licence}', en: 'Your licence was changed: {licence}' },
  'looked-at': { th: 'เจ้าหน้าที่ที่ไม่ได้พิจารณาเรื่องนี้ขอเปิดดูเรื่องของคุณ เหตุผลอยู่ที่หน้า “ข้อมูลส่วนบุคคลของฉัน”: {licence}', en: 'An officer with no part in it asked to see your case; “My personal data” says why: {licence}' },
  'handed-over': { th: 'โอนใบอนุญาตแล้ว: {licence}', en: 'The licence was transferred: {licence}' },
  'annual-due': { th: 'ถึงกำหนดชำระค่าธรรมเนียมรายปี: {licence}', en: 'The yearly fee is due: {licence}' },
  'annual-overdue': { th: 'เลยกำหนดชำระค่าธรรมเนียมรายปี มีเงินเพิ่มตามกฎหมาย และหน่วยงานอาจสั่งให้หยุดกิจการได้: {licence}', en: 'The yearly fee is late. The law adds a surcharge, and the office may order you to stop: {licence}' },
  'annual-paid': { th: 'รับชำระค่าธรรมเนียมรายปีแล้ว: {licence}', en: 'The yearly fee was paid: {licence}' },
  'transfer-declined': { th: 'สำนักงานไม่อนุญาตให้โอน: {licence}', en: 'The office declined the transfer: {licence}' },
};

/** Everything that an applicant can be told. */
export const noticeKinds: readonly string[] = Object.keys(sentences);

const WRITE = `
  WITH told AS (
    INSERT INTO notice (id, account_id, case_id, application_id, revision, notice, lane, title_th, title_en, at, words_th, words_en)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (application_id, revision, notice, account_id) DO NOTHING RETURNING id, account_id
  ) ${LETTERS_OF_TOLD}`;

/** Tells the applicant what concerns them, in both languages; once for each event. */
export class NoticeWriter implements EffectProcessor {
  readonly effects = ['tell', 'requestAnswer'] as const;

  constructor(private readonly library: DefinitionLibrary) {}

  async performAll(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) await this.perform(tx, row);
  }

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
    const words = notice === 'delay' && lane ? await delayWords(tx, row, lane) : undefined;
    await tx.query(
      WRITE,
      [uuidv7(), application.account_id, row.caseId, row.applicationId, row.revision, notice, lane, title.th, title.en, application.at, words?.th ?? null, words?.en ?? null],
    );
  }
}

/** The office's reason in its own words, or that it gave none (Licensing Facilitation Act B.E. 2558 s.10). */
async function delayWords(tx: EntityManager, row: OutboxRow, lane: string): Promise<Text> {
  const given = await findDelayReason(tx, row.applicationId, lane, row.revision);
  if (!given) return { th: 'หน่วยงานไม่ได้ให้เหตุผลภายในกำหนด ระบบแจ้งหัวหน้าหน่วยงานแล้ว และส่งสำเนาให้สำนักงาน ก.พ.ร.', en: 'The office gave no reason in time. Its supervisor has been told, and the OPDC has a copy.' };
  const by = given.expectedOn ? { th: ` คาดว่าแล้วเสร็จ ${formatDate(given.expectedOn, 'th')}`, en: ` Expected to be done on ${formatDate(given.expectedOn, 'en')}.` } : { th: '', en: '' };
  return { th: `${given.reason}${by.th}`, en: `${given.reason}${by.en}` };
}

function filled(sentence: Text, licence: Text, lane: Text | undefined): Text {
  const fill = (language: keyof Text): string => sentence[language].replace('{licence}', () => licence[language]).replace('{lane}', () => lane?.[language] ?? '');
  return { th: fill('th'), en: fill('en') };
}
