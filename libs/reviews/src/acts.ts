import type { ApplicationView, TaskView } from '@anuyat/contract';
import { actOf, wordFor, type LaneDefinition, type Text } from '@anuyat/licence-kit';

type Act = TaskView['acts'][number];

const needs: Record<string, Act['needs']> = {
  accepted: 'note',
  asked: 'items',
  returned: 'note',
  inspectionPlanned: 'appointment',
  inspectionRecorded: 'findings',
  approved: 'note',
  refused: 'reasons',
  delayExplained: 'reason',
};

/** What the officer may do in this lane now, and what each act will cause, before it is done. */
export function actsOf(application: ApplicationView, lane: LaneDefinition): Act[] {
  return application.may
    .filter((type) => type.startsWith(`${lane.id}.`))
    .filter((type) => actOf(type) !== 'delayExplained' || isLateOrNearly(application, lane))
    .map((event) => {
      const act = actOf(event);
      return { event, title: wordFor(`event.${act}`), causes: causesOf(act, application, lane), needs: needs[act] ?? 'nothing' };
    });
}

/** A reason for being late is asked for from the day before the last one on. */
function isLateOrNearly({ lanes }: ApplicationView, { id }: LaneDefinition): boolean {
  const view = lanes.find((lane) => lane.id === id);
  return view !== undefined && (view.isOverdue || (view.daysLeft !== null && view.daysLeft <= 1));
}

function causesOf(act: string, application: ApplicationView, lane: LaneDefinition): Text {
  const others = application.lanes.filter(({ id, verdict }) => id !== lane.id && verdict === null);
  switch (act) {
    case 'accepted':
      return lane.hasInspection
        ? { th: 'ขั้นต่อไปคือนัดตรวจสถานที่', en: 'Next: arrange the inspection.' }
        : { th: 'ขั้นต่อไปคือพิจารณา', en: 'Next: the decision.' };
    case 'asked':
      return {
        th: 'ส่งรายการให้ผู้ยื่นคำขอครั้งเดียวทั้งหมด เวลาหยุดนับจนกว่าจะตอบ และจะขอเพิ่มอีกไม่ได้',
        en: 'Sends everything to the applicant at once. The clock stops until the answer, and there is no second round.',
      };
    case 'returned':
      return { th: 'คำขอสิ้นสุด ผู้ยื่นคำขอยื่นใหม่ได้โดยข้อมูลไม่หาย', en: 'Ends the application. The applicant can file again; nothing typed is lost.' };
    case 'inspectionPlanned':
      return { th: 'แจ้งวันนัดให้ผู้ยื่นคำขอทราบทันที', en: 'The applicant is told the appointment at once.' };
    case 'inspectionRecorded':
      return { th: 'ขั้นต่อไปคือพิจารณา', en: 'Next: the decision.' };
    case 'approved':
      return others.length > 0
        ? { th: `งานของหน่วยงานท่านเสร็จ คำขอรออีก ${others.length} หน่วยงาน`, en: `Your office is done. ${others.length} more to decide.` }
        : { th: 'ทุกหน่วยงานเห็นชอบครบ ระบบจะเรียกเก็บค่าธรรมเนียม หรือออกเอกสารทันทีหากไม่มีค่าธรรมเนียม', en: 'All offices have then approved: the fee is asked for, or the document is issued at once where there is none.' };
    case 'delayExplained':
      return {
        th: 'บันทึกเหตุผลที่ล่าช้า หนังสือแจ้งผู้ยื่นคำขอฉบับถัดไปและสำเนาถึงสำนักงาน ก.พ.ร. จะใช้ถ้อยคำนี้ หากไม่บันทึก หนังสือจะระบุว่าหน่วยงานไม่ได้ให้เหตุผล',
        en: 'Records why the office is late. The next notice to the applicant, with its copy for the OPDC, says it in these words; without them it says that the office gave no reason.',
      };
    case 'refused':
      return { th: 'คำขอสิ้นสุด หน่วยงานอื่นหยุดพิจารณา ผู้ยื่นคำขอได้รับเหตุผลของท่าน', en: 'Ends the application for every office. The applicant is given your reasons.' };
    default:
      return { th: '', en: '' };
  }
}
