import { Refusal, type FileAppeal, type FiledAppeal, type PersonActor } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { formatDate, bangkokDate } from '@anuyat/dictionary';
import { appealRuleOf, appealsTo, findAppealOffice } from '@anuyat/dictionary/reference';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { once, openApplications, type LaneOffice, type Reading, type Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { lockOrder, type Appealable } from './appealable';
import { readCaseFile } from './case-file';

/** Takes appeals: against a refusal or a return, within the law's time, or later for cause. */
export class AppealDesk {
  constructor(
    private readonly reading: Reading,
    private readonly registrar: Pick<Registrar, 'wakeCourier'>,
  ) {}

  /**
   * Opens the appeal as a procedure of its own in the same case. The same key gives the same answer.
   * @throws Refusal `not-found`, `appeal-not-open` where there is no order or it was appealed, `appeal-late` where its time is over and
   * no cause is given; `key-reused`.
   */
  async file(actor: PersonActor, applicationId: string, appeal: FileAppeal, key: string): Promise<FiledAppeal> {
    const content = { act: 'file appeal', applicationId, ...appeal };
    const filed = await this.reading.source.transaction((tx) => once(tx, { actor, key, content }, () => this.open(tx, actor, applicationId, appeal)));
    this.registrar.wakeCourier();
    return filed;
  }

  private async open(tx: EntityManager, actor: PersonActor, applicationId: string, appeal: FileAppeal): Promise<FiledAppeal> {
    const { library, calendar } = this.reading;
    const against = await lockOrder(tx, library, calendar, actor, applicationId);
    const isLate = against.now > against.dueAt;
    const lateBecause = appeal.lateBecause?.trim() ?? '';
    if (isLate && !lateBecause) throw late(against.dueAt);
    const procedure = library.findNewestLicence(appealRuleOf(against.law).procedure)?.definition;
    if (!procedure) throw new Error(`The procedure of appeal under "${against.law}" was never published.`);
    const file = await readCaseFile(tx, against.caseId);
    const submittedAt = against.now;
    const receivedAtLegal = calendar.receivedAtLegal(submittedAt);
    const data = { against: applicationId, order: against.orderNumber, grounds: appeal.grounds, request: appeal.request ?? '', lateBecause, isLate, documents: appeal.documents ?? [] };
    const [opened] = await openApplications(
      await clientOf(tx), library, calendar,
      { ...file, filedOn: bangkokDate(receivedAtLegal), submittedAt, receivedAtLegal, actor },
      [{
        code: procedure.code, version: procedure.version, number: `${against.number}-A${against.earlier + 1}`,
        offices: officesOf(procedure, against, file.place['province'] ?? ''), facts: { appeal: { isLate } }, data,
      }],
    );
    if (!opened) throw new Error('The appeal was not opened.');
    await tx.query(
      `INSERT INTO appeal (application_id, against, order_id, lane, grounds, request, late_because, is_late, documents, filed_at, due_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [opened.applicationId, applicationId, against.orderId, against.lane, data.grounds, data.request, lateBecause, isLate, JSON.stringify(data.documents), submittedAt, against.dueAt],
    );
    return { applicationId: opened.applicationId, number: opened.number, isLate };
  }
}

/** The office that made the order, and the body that decides on appeals against it. */
function officesOf({ lanes }: LicenceDefinition, { office, law }: Appealable, province: string): Record<string, LaneOffice> {
  const rule = appealRuleOf(law);
  const body = findAppealOffice(appealsTo(rule, office.agency), province);
  if (!body) throw new Error(`Nobody decides appeals for "${office.agency}" in province "${province}".`);
  const offices: Record<string, LaneOffice> = {
    issuer: { ...office, because: { th: 'เป็นสำนักงานที่ออกคำสั่งนี้', en: 'This office made the order.' } },
    superior: {
      office: body.code, agency: body.agency.code,
      because: { th: `${body.title.th}พิจารณาอุทธรณ์คำสั่งของสำนักงานนี้`, en: `${body.title.en} decides appeals against this office.` },
    },
  };
  return Object.fromEntries(lanes.flatMap(({ id }) => (offices[id] ? [[id, offices[id]]] : [])));
}

function late(dueAt: Date): Refusal {
  const day = bangkokDate(dueAt);
  return new Refusal('appeal-late', {
    detail: {
      th: `อุทธรณ์ได้ถึงวันที่ ${formatDate(day, 'th')} หากมีเหตุจำเป็นที่ไม่ใช่ความผิดของคุณ โปรดระบุเหตุนั้น เจ้าหน้าที่อาจรับไว้พิจารณาได้ (มาตรา 66) ข้อความที่พิมพ์ไว้ยังอยู่ครบ`,
      en: `The time to appeal ended on ${formatDate(day, 'en')}. If something kept you that was not your doing, say what it was, and the appeal may still be taken (s.66). What you typed is still there.`,
    },
    fields: [{ path: 'lateBecause', code: 'required', message: { th: 'ระบุเหตุที่ยื่นช้า', en: 'Say why the appeal is late.' } }],
  });
}
