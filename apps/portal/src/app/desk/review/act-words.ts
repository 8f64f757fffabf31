import type { DecisionAct } from '@anuyat/ui';
import type { TaskView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** What a button says, where the event's own title tells it as something done. */
const DOING: Record<string, Text> = {
  accepted: { th: 'รับคำขอ (ครบถ้วน)', en: 'Accept as complete' },
  approved: { th: 'เห็นชอบ', en: 'Approve' },
  approvalProposed: { th: 'เสนอให้อนุญาต', en: 'Propose to approve' },
  inspectionRecorded: { th: 'บันทึกผลตรวจสถานที่', en: 'Record the inspection' },
  inspectionPlanned: { th: 'นัดตรวจสถานที่', en: 'Arrange an inspection' },
  asked: { th: 'แจ้งให้แก้ไขเพิ่มเติม', en: 'Ask for corrections' },
  delayExplained: { th: 'ชี้แจงเหตุล่าช้า', en: 'Explain the delay' },
  sentUp: { th: 'ยืนยันคำสั่งเดิมและส่งต่อ', en: 'Keep the order and send it up' },
  admitted: { th: 'รับไว้พิจารณา', en: 'Admit the appeal' },
  annulled: { th: 'เพิกถอนคำสั่ง', en: 'Annul the order' },
  granted: { th: 'แก้คำสั่งเป็นอนุญาต', en: 'Change the order: grant' },
  extended: { th: 'ขยายเวลาพิจารณา', en: 'Extend the time' },
  sentBack: { th: 'ส่งกลับให้พิจารณาใหม่', en: 'Send back' },
  refusalIntended: { th: 'แจ้งว่าอาจไม่อนุญาต', en: 'Tell of the intent to refuse' },
  refusalProposed: { th: 'เสนอไม่ให้อนุญาต', en: 'Propose to refuse' },
  demanded: { th: 'ขอเรียกเพิ่มเป็นครั้งที่สอง', en: 'Propose a second demand' },
  demandApproved: { th: 'เห็นชอบให้เรียกเพิ่ม', en: 'Agree to the second demand' },
  demandDeclined: { th: 'ไม่เห็นชอบให้เรียกเพิ่ม', en: 'Decline the second demand' },
  returned: { th: 'คืนคำขอ', en: 'Return the application' },
  refused: { th: 'ไม่อนุญาต', en: 'Refuse' },
  upheld: { th: 'ยกอุทธรณ์', en: 'Uphold the order' },
  turnedAway: { th: 'ไม่รับอุทธรณ์', en: 'Turn the appeal away' },
  conflictDeclared: { th: 'แจ้งส่วนได้เสีย', en: 'Step aside' },
};

const AGAIN: Text = { th: 'เปลี่ยนวันนัด', en: 'Change the appointment' };

/** Going forward first, what ends the application last. */
const ORDER = Object.keys(DOING);
const GRAVE = new Set(['returned', 'refused', 'upheld', 'turnedAway']);

/** The words of the button for an act; an appointment that stands is changed, not made. */
export function actWords(act: TaskView['acts'][number], task: TaskView): Text {
  const name = nameOf(act.event);
  const lane = task.application.lanes.find(({ id }) => id === task.lane);
  if (name === 'inspectionPlanned' && lane?.state === 'inspecting') return AGAIN;
  return DOING[name] ?? act.title;
}

/** Whether an act ends the application for everybody. */
export function isGrave(event: string): boolean {
  return GRAVE.has(nameOf(event));
}

/** The acts of a task as its decision bar has them. */
export function decisionActs(task: TaskView): DecisionAct[] {
  const placeOf = (event: string) => (ORDER.includes(nameOf(event)) ? ORDER.indexOf(nameOf(event)) : ORDER.length);
  return [...task.acts]
    .sort((a, b) => placeOf(a.event) - placeOf(b.event))
    .map((act, at) => ({ event: act.event, title: actWords(act, task), causes: act.causes, look: isGrave(act.event) ? 'danger' : at === 0 ? 'primary' : 'secondary' }));
}

function nameOf(event: string): string {
  return event.slice(event.lastIndexOf('.') + 1);
}
