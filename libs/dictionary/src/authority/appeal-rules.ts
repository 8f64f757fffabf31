import type { Citation, Clock, LawCode, Source, Text } from '@anuyat/licence-kit';
import { law, unverified } from './authority-rule';
import type { AgencyCode } from './agencies';

/** How orders under a law are appealed: to whom, within what time, by which procedure. Configuration with its source. */
export interface AppealRule {
  id: string;
  /** Laws that have a rule of their own; the general one names none. */
  laws: readonly LawCode[];
  /** Code of the procedure's definition. */
  procedure: string;
  to: Text;
  /** Days to appeal, counted from the day after the order was notified (Administrative Procedure Act B.E. 2539 ss.42, 64). */
  within: Clock;
  /** Time of whoever made the order; absent where the appeal goes straight to another body. */
  issuer?: Clock;
  superior: Clock;
  extension?: Clock;
  /** The agency whose body decides, where it is not that of the office itself. */
  decidedBy?: AgencyCode;
}

/** What is left after the last decision. */
export interface CourtRule {
  to: Text;
  within: Clock;
}

const ACT = ['พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539', 'Administrative Procedure Act B.E. 2539'] as const;
const act = (section: string): Citation => law(...ACT, section);
const fromTheAct: Source = unverified('Administrative Procedure Act as amended 2562; to be confirmed with the Council of State', '1997-05-14');
const clock = (days: number, citation: Citation, source: Source): Clock => ({ days, unit: 'calendar', citation, source });

const publicHealth = law('พระราชบัญญัติการสาธารณสุข พ.ศ. 2535', 'Public Health Act B.E. 2535', '66');
const building = law('พระราชบัญญัติควบคุมอาคาร พ.ศ. 2522', 'Building Control Act B.E. 2522', '52');
const factory = law('พระราชบัญญัติโรงงาน พ.ศ. 2535', 'Factory Act B.E. 2535', '16');
const drug = law('พระราชบัญญัติยา พ.ศ. 2510', 'Drug Act B.E. 2510', '99');
const unsureOfFactories = unverified('Factory Act: 30 days to the Minister; to be confirmed with the Department of Industrial Works', '1992-07-09');
const unsureOfDrugs = unverified('Drug Act: 30 days to the Minister; to be confirmed with the Food and Drug Administration', '1967-10-20');
const unsureOfHealth = unverified('Public Health Act: 30 days to the Minister; to be confirmed with the Department of Health', '1992-04-06');
const unsureOfBuildings = unverified('Building Control Act: 30 days to the appeal committee; to be confirmed with the Department of Public Works', '1979-05-14');

/** The general way, for every law without one of its own. */
const general: AppealRule = {
  id: 'general',
  laws: [],
  procedure: 'appeal',
  to: { th: 'เจ้าหน้าที่ผู้ออกคำสั่งนี้', en: 'the officer who made this order' },
  within: clock(15, act('44'), fromTheAct),
  issuer: clock(30, act('45'), fromTheAct),
  superior: clock(30, act('45'), fromTheAct),
  extension: clock(30, act('45'), fromTheAct),
};

export const appealRules: readonly AppealRule[] = [
  {
    id: 'public-health',
    laws: ['public-health'],
    procedure: 'appeal-public-health',
    to: { th: 'รัฐมนตรีว่าการกระทรวงสาธารณสุข', en: 'the Minister of Public Health' },
    within: clock(30, publicHealth, unsureOfHealth),
    superior: clock(30, act('45'), unsureOfHealth),
    extension: clock(30, act('45'), unsureOfHealth),
    decidedBy: 'moph',
  },
  {
    id: 'building-control',
    laws: ['building-control'],
    procedure: 'appeal-building-control',
    to: { th: 'คณะกรรมการพิจารณาอุทธรณ์ตามกฎหมายควบคุมอาคาร', en: 'the building control appeal committee' },
    within: clock(30, building, unsureOfBuildings),
    superior: clock(60, building, unsureOfBuildings),
    decidedBy: 'dpt',
  },
  {
    id: 'factory',
    laws: ['factory'],
    procedure: 'appeal-factory',
    to: { th: 'รัฐมนตรีว่าการกระทรวงอุตสาหกรรม', en: 'the Minister of Industry' },
    within: clock(30, factory, unsureOfFactories),
    superior: clock(30, act('45'), unsureOfFactories),
    extension: clock(30, act('45'), unsureOfFactories),
    decidedBy: 'diw',
  },
  {
    id: 'drug',
    laws: ['drug'],
    procedure: 'appeal-drug',
    to: { th: 'รัฐมนตรีว่าการกระทรวงสาธารณสุข', en: 'the Minister of Public Health' },
    within: clock(30, drug, unsureOfDrugs),
    superior: clock(30, act('45'), unsureOfDrugs),
    extension: clock(30, act('45'), unsureOfDrugs),
    decidedBy: 'moph',
  },
  general,
];

/** The rule for orders under a law: its own, or the general one. */
export function appealRuleOf(code: LawCode): AppealRule {
  return appealRules.find(({ laws }) => laws.includes(code)) ?? general;
}

/** The agency whose body decides an appeal against one of its own orders. Local authorities answer to the governor. */
export function appealsTo({ decidedBy }: AppealRule, agency: string): string {
  return decidedBy ?? (agency === 'lao' || agency === 'pattaya' ? 'dopa' : agency);
}

/** The Administrative Court, after the decision on the appeal. */
export const COURT: CourtRule = {
  to: { th: 'ศาลปกครอง', en: 'the Administrative Court' },
  within: clock(90, law('พระราชบัญญัติจัดตั้งศาลปกครองและวิธีพิจารณาคดีปกครอง พ.ศ. 2542', 'Act on Establishment of Administrative Courts and Administrative Court Procedure B.E. 2542', '49'), unverified('Administrative Courts Act; to be confirmed with the Office of the Administrative Courts', '2000-03-09')),
};

/** An order that does not say how to appeal can be appealed for a year (s.40). */
export const WITHOUT_WORDS_ON_APPEAL: Clock = clock(365, act('40'), fromTheAct);
