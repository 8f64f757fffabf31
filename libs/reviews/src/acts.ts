import type { ApplicationView, TaskView } from '@anuyat/contract';
import { actOf, wordFor, type LaneDefinition, type Text } from '@anuyat/licence-kit';

type Act = TaskView['acts'][number];

const needs: Record<string, Act['needs']> = {
  accepted: 'note',
  asked: 'items',
  demanded: 'demand',
  demandApproved: 'note',
  demandDeclined: 'note',
  returned: 'note',
  inspectionPlanned: 'appointment',
  inspectionRecorded: 'findings',
  approved: 'conditions',
  approvalProposed: 'conditions',
  refusalIntended: 'reasons',
  refusalProposed: 'reasons',
  refused: 'reasons',
  delayExplained: 'reason',
  sentBack: 'note',
  conflictDeclared: 'conflict',
  admitted: 'note',
  extended: 'note',
  sentUp: 'note',
  turnedAway: 'reasons',
  annulled: 'reasons',
  granted: 'reasons',
  upheld: 'reasons',
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
        th: 'รายการนี้รอแจ้งรวมกับหน่วยงานอื่นในหนังสือฉบับเดียว ก่อนส่งยังแก้ไขได้ เวลาของคุณหยุดนับเมื่อส่งแล้ว และจะขอเพิ่มอีกไม่ได้',
        en: 'Waits for the other offices and is told with theirs in one notice. Until then you can change it. Your clock stops when it is sent, and there is no second round.',
      };
    case 'demanded':
      return {
        th: 'หัวหน้าต้องเห็นชอบก่อน จึงจะส่งถึงผู้ยื่นคำขอ เวลาของคุณยังนับอยู่ ทำได้ครั้งเดียว',
        en: 'Your supervisor has to agree before it is sent. Your clock runs on. This can be done once.',
      };
    case 'demandApproved':
      return { th: 'ส่งหนังสือเรียกเพิ่มถึงผู้ยื่นคำขอทันที พร้อมเหตุตามกฎหมาย', en: 'Sends the second demand to the applicant at once, with its ground in law.' };
    case 'demandDeclined':
      return { th: 'เจ้าหน้าที่ต้องพิจารณาต่อจากเอกสารที่มี', en: 'The officer goes on with the file as it is.' };
    case 'returned':
      return { th: 'คำขอสิ้นสุด ผู้ยื่นคำขอยื่นใหม่ได้โดยข้อมูลไม่หาย', en: 'Ends the application. The applicant can file again; nothing typed is lost.' };
    case 'inspectionPlanned':
      return { th: 'แจ้งวันนัดให้ผู้ยื่นคำขอทราบทันที', en: 'The applicant is told the appointment at once.' };
    case 'inspectionRecorded':
      return { th: 'ขั้นต่อไปคือพิจารณา', en: 'Next: the decision.' };
    case 'approved':
      return others.length > 0
        ? { th: `งานของหน่วยงานคุณเสร็จ คำขอรออีก ${others.length} หน่วยงาน`, en: `Your office is done. ${others.length} more to decide.` }
        : { th: 'ทุกหน่วยงานเห็นชอบครบ ระบบจะเรียกเก็บค่าธรรมเนียม หรือออกเอกสารทันทีหากไม่มีค่าธรรมเนียม', en: 'All offices have then approved: the fee is asked for, or the document is issued at once where there is none.' };
    case 'delayExplained':
      return {
        th: 'บันทึกเหตุผลที่ล่าช้า หนังสือแจ้งผู้ยื่นคำขอฉบับถัดไปและสำเนาถึงสำนักงาน ก.พ.ร. จะใช้ถ้อยคำนี้ หากไม่บันทึก หนังสือจะระบุว่าหน่วยงานไม่ได้ให้เหตุผล',
        en: 'Records why the office is late. The next notice to the applicant, with its copy for the OPDC, says it in these words; without them it says that the office gave no reason.',
      };
    case 'refusalIntended':
      return {
        th: 'แจ้งเหตุผลให้ผู้ยื่นคำขอชี้แจงก่อน เวลาของสำนักงานหยุดนับจนกว่าจะชี้แจงหรือพ้นกำหนด แล้วงานจะกลับมาให้คุณตัดสินใจ',
        en: 'The applicant is told your reasons and can answer them. Your clock is suspended until then, and the task comes back to you for the decision.',
      };
    case 'approvalProposed':
    case 'refusalProposed':
      return { th: 'ส่งให้เจ้าหน้าที่คนอื่นที่มีอำนาจอนุญาตยืนยัน คุณยืนยันเองไม่ได้', en: 'Another officer with the right to approve has to confirm it. You cannot.' };
    case 'sentBack':
      return { th: 'งานกลับไปให้ผู้เสนอพิจารณาใหม่ พร้อมเหตุผลของคุณ', en: 'The task goes back to be considered again, with your reason.' };
    case 'conflictDeclared':
      return { th: 'งานกลับไปที่สำนักงานให้ผู้อื่นพิจารณา หัวหน้างานจะทราบ และคุณจะทำงานนี้ไม่ได้อีก', en: 'The task goes back to your office, your supervisor is told, and you can do nothing in this matter any more.' };
    case 'admitted':
      return { th: 'รับอุทธรณ์ที่ยื่นช้าไว้พิจารณา เพราะมีเหตุที่ไม่ใช่ความผิดของผู้อุทธรณ์', en: 'Takes the late appeal, for a cause that was not the appellant’s doing.' };
    case 'turnedAway':
      return { th: 'การอุทธรณ์สิ้นสุด ผู้อุทธรณ์ได้รับเหตุผลและวิธีฟ้องศาลปกครอง', en: 'Ends the appeal. The appellant is given your reasons and how to go to court.' };
    case 'sentUp':
      return { th: 'ยืนยันตามคำสั่งเดิม และส่งความเห็นของคุณให้ผู้มีอำนาจพิจารณาอุทธรณ์', en: 'You keep to the order; the appeal and your opinion go to whoever decides it.' };
    case 'extended':
      return { th: 'ขยายเวลาได้ครั้งเดียว ผู้อุทธรณ์จะได้รับแจ้งเหตุผล', en: 'Once only. The appellant is told the reason.' };
    case 'annulled':
      return { th: 'เพิกถอนคำสั่งเดิม คำขอเดินต่อ: หน่วยงานที่เห็นชอบแล้วไม่ต้องพิจารณาซ้ำ', en: 'Takes back the order. The application goes on; what others approved stands.' };
    case 'granted':
      return { th: 'แก้คำสั่งเป็นอนุญาต คำขอเดินต่อโดยถือว่าเห็นชอบแล้ว', en: 'Changes the order: the application goes on as approved.' };
    case 'upheld':
      return { th: 'ยกอุทธรณ์ ผู้อุทธรณ์ฟ้องศาลปกครองได้ภายใน 90 วัน', en: 'The order stands. The appellant may go to the Administrative Court within 90 days.' };
    case 'refused':
      return { th: 'ออกเป็นคำสั่งมีเลขที่ คำขอสิ้นสุดทุกหน่วยงาน ผู้ยื่นคำขอได้รับเหตุผลของคุณและวิธีอุทธรณ์', en: 'Becomes a written order and ends the application for every office. The applicant is given your reasons and how to appeal.' };
    default:
      return { th: '', en: '' };
  }
}
