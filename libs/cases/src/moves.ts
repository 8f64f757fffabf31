import type { ApplicationStatus, CaseStatus, Move } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** What whose-turn-it-is is worked out from. */
export interface MoveFacts {
  caseId: string;
  status: CaseStatus;
  /** The licence that the case renews or changes stands revoked. */
  isResting?: boolean;
  /** What the portal has to do next fails again and again. */
  isPortalStuck?: boolean;
  /** `isStuck`: what comes first was not granted, so that the applicant has to decide. */
  applications: readonly { title: Text; status: ApplicationStatus; isStuck?: boolean }[];
  /** The question that has waited longest for its answer; without one, what is awaited is the answer to an intended refusal. */
  questionId?: string;
  /** The bill that has been due longest. */
  billId?: string;
}

/**
 * Whose move it is over all applications of a case, in a sentence, with the one button that the applicant may need. What waits
 * for the applicant comes first; what waits for offices is told only when nothing waits for the applicant.
 */
export function moveOf({ caseId, status, isResting = false, isPortalStuck = false, applications, questionId, billId }: MoveFacts): Move {
  const link = `/my/cases/${caseId}`;
  if (status === 'draft') {
    return {
      who: 'applicant',
      what: { th: 'แบบร่างนี้ยังไม่ได้ส่ง กรอกต่อจากที่ค้างไว้ได้', en: 'This draft has not been sent yet. You can carry on where you left off.' },
      link,
      action: { th: 'กรอกต่อ', en: 'Carry on' },
    };
  }
  const asked = applications.filter((application) => application.status === 'awaiting-answer');
  const due = applications.filter((application) => application.status === 'awaiting-payment');
  const inReview = applications.filter((application) => application.status === 'in-review');
  const issuing = applications.filter((application) => application.status === 'issuing');
  if (asked.length > 0) return questionId === undefined ? heard(link, asked) : questioned(`${link}/questions/${questionId}`, asked);
  if (isResting && due.length + issuing.length > 0) return resting(link, [...due, ...issuing]);
  if (isPortalStuck && (due.length === 0 || billId === undefined)) return portalStuck(link);
  if (due.length > 0 && billId === undefined) {
    return {
      who: 'portal',
      what: { th: `ระบบกำลังจัดทำใบแจ้งชำระของ ${titles(due, 'th')} จะแจ้งเมื่อพร้อมชำระ คุณยังไม่ต้องทำอะไร`, en: `The portal is writing the bill for ${titles(due, 'en')} and tells you when it can be paid. There is nothing for you to do now.` },
      link,
      action: { th: 'ดูความคืบหน้า', en: 'See the progress' },
    };
  }
  if (due.length > 0) {
    return {
      who: 'applicant',
      what: { th: `โปรดชำระค่าธรรมเนียมของ ${titles(due, 'th')}`, en: `Please pay the fee of ${titles(due, 'en')}.` },
      link: `/my/bills/${billId}`,
      action: { th: 'ชำระค่าธรรมเนียม', en: 'Pay' },
    };
  }
  const stuck = applications.filter(({ isStuck }) => isStuck);
  if (stuck.length > 0) {
    return {
      who: 'applicant',
      what: {
        th: `เรื่องที่ต้องได้ก่อนไม่ได้รับอนุญาต ${titles(stuck, 'th')} จึงยังเริ่มไม่ได้ คุณเลือกได้ว่าจะรอยื่นเรื่องนั้นใหม่หรืออุทธรณ์ หรือถอนคำขอ`,
        en: `A licence that has to come first was not granted, so ${titles(stuck, 'en')} cannot start. You can file that one again or appeal, and wait; or withdraw.`,
      },
      link,
      action: { th: 'ดูทางเลือก', en: 'See what you can do' },
    };
  }
  if (inReview.length > 0) {
    return {
      who: 'offices',
      what: {
        th: `หน่วยงานกำลังพิจารณา ${titles(inReview, 'th')} คุณยังไม่ต้องทำอะไร${isResting ? ` ${RESTS.th}` : ''}`,
        en: `The offices are looking at ${titles(inReview, 'en')}. There is nothing for you to do now.${isResting ? ` ${RESTS.en}` : ''}`,
      },
      link,
      action: { th: 'ดูความคืบหน้า', en: 'See the progress' },
    };
  }
  if (issuing.length > 0) {
    return {
      who: 'portal',
      what: { th: `ระบบกำลังจัดทำเอกสารของ ${titles(issuing, 'th')}`, en: `The portal is preparing the document for ${titles(issuing, 'en')}.` },
      link,
      action: { th: 'ดูความคืบหน้า', en: 'See the progress' },
    };
  }
  const waiting = applications.filter((application) => application.status === 'waiting');
  if (waiting.length > 0) {
    return {
      who: 'portal',
      what: { th: `${titles(waiting, 'th')} จะเริ่มเองเมื่อได้เรื่องที่ต้องได้ก่อน คุณยังไม่ต้องทำอะไร`, en: `${capitalised(titles(waiting, 'en'))} will start by itself when what comes first is granted. There is nothing for you to do now.` },
      link,
      action: { th: 'ดูแผน', en: 'See the plan' },
    };
  }
  return ended(link, applications);
}

function questioned(link: string, asked: MoveFacts['applications']): Move {
  return {
    who: 'applicant',
    what: {
      th: `เจ้าหน้าที่มีคำถามเกี่ยวกับ ${titles(asked, 'th')} โปรดตอบเพื่อให้พิจารณาต่อได้`,
      en: `There are questions about ${titles(asked, 'en')}. Please answer them so that the review can go on.`,
    },
    link,
    action: { th: 'ตอบคำถาม', en: 'Answer' },
  };
}

/** Nobody can do anything but appeal the revocation: a notice says so. */
const RESTS: Text = {
  th: 'แต่ใบอนุญาตถูกเพิกถอนแล้ว จึงยังไม่เรียกเก็บเงินหรือออกใบอนุญาต หากคำสั่งถึงที่สุด คำขอจะสิ้นสุดลง',
  en: 'Its licence was revoked, though: nothing is charged or issued meanwhile, and once the order is final the filing ends.',
};

function resting(link: string, applications: MoveFacts['applications']): Move {
  return {
    who: 'nobody',
    what: {
      th: `ใบอนุญาตถูกเพิกถอน ${titles(applications, 'th')} จึงพักไว้ คุณไม่ต้องชำระเงิน หากคำสั่งถูกเพิกถอนในชั้นอุทธรณ์ คำขอจะเดินต่อเอง หากคำสั่งถึงที่สุด คำขอจะสิ้นสุดลงและหน่วยงานคืนเงินที่ชำระไว้`,
      en: `The licence was revoked, so ${titles(applications, 'en')} rests. There is nothing to pay. Should the order be annulled on appeal, it goes on by itself; once the order is final, it ends and what you paid is given back.`,
    },
    link,
    action: { th: 'ดูรายละเอียด', en: 'See the details' },
  };
}

/** Nothing of it is the applicant's to mend, and none of the time theirs. */
function portalStuck(link: string): Move {
  return {
    who: 'portal',
    what: {
      th: 'ระบบเองติดขัดที่ขั้นตอนถัดไป แจ้งผู้ดูแลระบบแล้ว คุณไม่ต้องทำอะไร และเวลาช่วงนี้ไม่นับเป็นเวลาของคุณ',
      en: 'The portal itself is stuck at the next step, and those who look after it were told. There is nothing for you to do, and this time is not counted as yours.',
    },
    link,
    action: { th: 'ดูว่าติดที่ขั้นตอนใด', en: 'See which step' },
  };
}

/** The hearing before a refusal stands on the case's own page (Administrative Procedure Act B.E. 2539 s.30). */
function heard(link: string, asked: MoveFacts['applications']): Move {
  return {
    who: 'applicant',
    what: {
      th: `หน่วยงานแจ้งว่าอาจไม่อนุญาต ${titles(asked, 'th')} คุณชี้แจงก่อนมีคำสั่งได้`,
      en: `An office intends to refuse ${titles(asked, 'en')}. You can answer before it decides.`,
    },
    link: `${link}#hearings`,
    action: { th: 'อ่านเหตุผลและชี้แจง', en: 'Read why, and answer' },
  };
}

function ended(link: string, applications: MoveFacts['applications']): Move {
  const issued = applications.filter(({ status }) => status === 'issued').length;
  const what: Text =
    issued === applications.length
      ? { th: 'ได้รับอนุญาตครบทุกเรื่องแล้ว', en: 'Everything you asked for has been granted.' }
      : issued === 0
        ? { th: 'เรื่องนี้สิ้นสุดแล้ว ดูเหตุผลและสิ่งที่ทำต่อได้ในหน้าเรื่อง', en: 'This case has ended. Its page tells why, and what you can do next.' }
        : { th: `เรื่องนี้สิ้นสุดแล้ว ได้รับอนุญาต ${issued} จาก ${applications.length} เรื่อง`, en: `This case has ended: ${issued} of ${applications.length} were granted.` };
  return { who: 'nobody', what, link, action: issued > 0 ? { th: 'ดูเอกสารที่ได้รับ', en: 'See what was granted' } : { th: 'ดูรายละเอียด', en: 'See the details' } };
}

/** One by its name; several by their number, for a list of long names is not read. */
function titles(applications: MoveFacts['applications'], language: keyof Text): string {
  const [only, ...others] = applications;
  if (only && others.length === 0) return `“${only.title[language]}”`;
  return language === 'th' ? `คำขอ ${applications.length} เรื่อง` : `${applications.length} applications`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
