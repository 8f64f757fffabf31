import { actOf, findText, words } from '../blocks/words';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { Language, Text } from '../definition/text';
import { FEE_IS_DUE, type Rulings } from '../engine/ruler';
import { textKeys } from '../forms/text-keys';
import type { Place } from './chart';
import type { Happening, Situation } from './explore';
import { OTHERS_ANSWERED, OTHERS_END, OTHERS_FINISHED } from './views/environment';

/** Tells how an application came into a situation, event by event, and what is wrong there. */
export function tell(definition: LicenceDefinition, situation: Situation, ending: Text): Text {
  return tellSteps(definition, pathTo(situation), ending);
}

/** As {@link tell}, up to and with one step. */
export function tellStep(definition: LicenceDefinition, happening: Happening, ending: Text): Text {
  return tellSteps(definition, [...(happening.from ? pathTo(happening.from) : []), happening], ending);
}

/** Where an application stands, in words: each lane with the label of its state. */
export function whereIs(definition: LicenceDefinition, situation: Situation): Text {
  const own = situation.leaves.filter(({ config }) => config.meta);
  const places = own.filter(({ config }) => config.type !== 'final' || situation.isEnded);
  return sayBoth((language) => (places.length > 0 ? places : own).map((place) => `“${labelOf(definition, place)[language]}”`).join(', '));
}

/** A state's label, with the lane that it is in. */
export function labelOf(definition: LicenceDefinition, place: Place): Text {
  const key = place.config.meta?.label;
  const label = (key !== undefined && (findText(definition.texts, key) ?? words[key])) || { th: place.path, en: place.path };
  const lane = laneOf(definition, place);
  return lane === undefined ? label : sayBoth((language) => `${laneTitle(definition, lane)[language]}: ${label[language]}`);
}

/** The lane whose region a state is in. */
export function laneOf(definition: LicenceDefinition, place: Place): string | undefined {
  const keys = place.path.split('.');
  return definition.lanes.find(({ id }) => keys.includes(id))?.id;
}

export function laneTitle(definition: LicenceDefinition, lane: string): Text {
  return findText(definition.texts, textKeys.lane(lane)) ?? { th: lane, en: lane };
}

export function sayBoth(say: (language: Language) => string): Text {
  return { th: say('th'), en: say('en') };
}

/** The steps that first led into a situation, from filing on. */
export function pathTo(situation: Situation): Happening[] {
  const path: Happening[] = [];
  for (let at: Situation | undefined = situation; at; at = at.via.from) path.unshift(at.via);
  return path;
}

/** Tells steps from filing on, and what is wrong after them. */
export function tellSteps(definition: LicenceDefinition, path: readonly Happening[], ending: Text): Text {
  return sayBoth((language) => {
    const steps = path.map((happening) => clause(definition, happening)[language] + ruled(happening.ruled, language));
    const [and, stop] = language === 'th' ? ['แล้ว', ''] : ['and then ', '.'];
    return `${[...steps, `${and}${ending[language]}`].join('; ')}${stop}`;
  });
}

function clause(definition: LicenceDefinition, { event, from }: Happening): Text {
  if (event === undefined && from) return { th: 'ปรากฏว่า', en: 'it turns out' };
  if (event === undefined) {
    const title = findText(definition.texts, textKeys.title) ?? { th: definition.code, en: definition.code };
    return { th: `มีผู้ยื่นคำขอ “${title.th}”`, en: `An application for “${title.en}” is filed` };
  }
  const rule = definition.events[event];
  const act = acts[rule?.lane === undefined ? event : actOf(event)] ?? (event.startsWith(`${OTHERS_END}.`) ? acts[OTHERS_END] : undefined);
  if (!act) return { th: `เกิดเหตุการณ์ “${event}”`, en: `“${event}” happens` };
  const lane = rule?.lane === undefined ? { th: '', en: '' } : laneTitle(definition, rule.lane);
  return sayBoth((language) => act[language].replace('@', lane[language]));
}

/** What each event of the kit's vocabulary means in a story; `@` is the lane. */
const acts: Record<string, Text> = {
  accepted: { th: '@ ตรวจแล้วว่าคำขอครบถ้วน', en: '@ finds the file complete' },
  asked: { th: '@ แจ้งให้ผู้ยื่นคำขอแก้ไขเพิ่มเติม', en: '@ asks the applicant' },
  answered: { th: 'ผู้ยื่นคำขอตอบ @', en: 'the applicant answers @' },
  returned: { th: '@ คืนคำขอ', en: '@ returns the application' },
  inspectionPlanned: { th: '@ นัดตรวจสถานที่', en: '@ arranges an inspection' },
  inspectionRecorded: { th: '@ บันทึกผลการตรวจสถานที่', en: '@ records the inspection' },
  approved: { th: '@ เห็นชอบ', en: '@ approves' },
  refused: { th: '@ ไม่อนุญาต', en: '@ refuses' },
  carried: { th: 'ผลเห็นชอบเดิมของ @ ใช้ต่อ', en: 'the earlier approval of @ is carried over' },
  remitted: { th: '@ ต้องพิจารณาใหม่ตามผลอุทธรณ์', en: '@ has to decide anew after an appeal' },
  admitted: { th: '@ รับอุทธรณ์ที่ยื่นช้า', en: '@ admits the late appeal' },
  turnedAway: { th: '@ ไม่รับอุทธรณ์', en: '@ turns the late appeal away' },
  admissionOverdue: { th: 'เลยกำหนดเวลาของ @', en: 'the time of @ runs out' },
  sentUp: { th: '@ ส่งอุทธรณ์ขึ้นไป', en: '@ sends the appeal up' },
  extended: { th: '@ ขยายเวลา', en: '@ extends its time' },
  annulled: { th: '@ เพิกถอนคำสั่ง', en: '@ annuls the order' },
  granted: { th: '@ แก้คำสั่งเป็นอนุญาต', en: '@ changes the order and grants' },
  upheld: { th: '@ ยกอุทธรณ์', en: '@ upholds the order' },
  refusalIntended: { th: '@ แจ้งว่าอาจไม่อนุญาต', en: '@ tells of its intent to refuse' },
  heard: { th: 'ผู้ยื่นคำขอชี้แจงต่อ @', en: 'the applicant answers the intent of @' },
  hearingLapsed: { th: 'พ้นกำหนดชี้แจงต่อ @', en: 'the time to answer the intent of @ runs out' },
  approvalProposed: { th: '@ เสนอให้อนุญาต', en: '@ proposes to approve' },
  refusalProposed: { th: '@ เสนอไม่ให้อนุญาต', en: '@ proposes to refuse' },
  sentBack: { th: '@ ส่งกลับให้พิจารณาใหม่', en: '@ sends the proposal back' },
  conflictDeclared: { th: 'เจ้าหน้าที่ของ @ แจ้งส่วนได้เสีย', en: 'an officer of @ steps aside' },
  overdue: { th: 'เลยกำหนดเวลาของ @', en: 'the time of @ runs out' },
  deemedApproved: { th: 'เลยกำหนดเวลาของ @', en: 'the time of @ runs out' },
  lapsed: { th: 'พ้นกำหนดตอบ @', en: 'the time to answer @ runs out' },
  withdrawn: { th: 'ผู้ยื่นคำขอถอนคำขอ', en: 'the applicant withdraws' },
  'licence.gone': { th: 'คำสั่งเพิกถอนใบอนุญาตที่คำขออาศัยถึงที่สุด', en: 'the revocation of its licence becomes final' },
  'fee.paid': { th: 'มีการชำระค่าธรรมเนียม', en: 'the fee is paid' },
  'licence.issued': { th: 'ออกใบอนุญาต', en: 'the licence is issued' },
  [OTHERS_FINISHED]: { th: 'หน่วยงานอื่นพิจารณาเสร็จ', en: 'the other offices are done' },
  [OTHERS_ANSWERED]: { th: 'ผู้ยื่นคำขอตอบหน่วยงานอื่น', en: 'the applicant answers another office' },
  [OTHERS_END]: { th: 'หน่วยงานอื่นทำให้คำขอสิ้นสุด', en: 'another office ends the application' },
};

function ruled(rulings: Rulings, language: Language): string {
  const said = Object.entries(rulings).map(([rule, holds]) => {
    if (rule === FEE_IS_DUE) return language === 'th' ? (holds ? 'มีค่าธรรมเนียม' : 'ไม่มีค่าธรรมเนียม') : holds ? 'a fee is due' : 'no fee is due';
    return language === 'th' ? `“${rule}” ${holds ? 'เป็นจริง' : 'ไม่เป็นจริง'}` : `“${rule}” ${holds ? 'holds' : 'does not hold'}`;
  });
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}
