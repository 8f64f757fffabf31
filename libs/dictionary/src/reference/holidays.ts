import type { Text } from '@anuyat/licence-kit';

/** A day on which government offices are closed. The Cabinet moves days at short notice: a running portal keeps its own table. */
export interface Holiday {
  date: string;
  title: Text;
  source: string;
  /** Worked out from earlier years and not yet announced. */
  isProjected: boolean;
}

const TITLES: Record<string, Text> = {
  newYear: { th: 'วันขึ้นปีใหม่', en: "New Year's Day" },
  special: { th: 'วันหยุดราชการเพิ่มเป็นกรณีพิเศษ', en: 'Special holiday' },
  makha: { th: 'วันมาฆบูชา', en: 'Makha Bucha Day' },
  chakri: { th: 'วันจักรี', en: 'Chakri Memorial Day' },
  songkran: { th: 'วันสงกรานต์', en: 'Songkran' },
  coronation: { th: 'วันฉัตรมงคล', en: 'Coronation Day' },
  ploughing: { th: 'วันพระราชพิธีพืชมงคล', en: 'Royal Ploughing Ceremony' },
  visakha: { th: 'วันวิสาขบูชา', en: 'Visakha Bucha Day' },
  queen: { th: 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี', en: "H.M. the Queen's Birthday" },
  king: { th: 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว', en: "H.M. the King's Birthday" },
  asanha: { th: 'วันอาสาฬหบูชา', en: 'Asanha Bucha Day' },
  lent: { th: 'วันเข้าพรรษา', en: 'Buddhist Lent Day' },
  mother: { th: 'วันแม่แห่งชาติ', en: "Mother's Day" },
  navamindra: { th: 'วันนวมินทรมหาราช', en: 'Navamindra Maharaj Day' },
  chulalongkorn: { th: 'วันปิยมหาราช', en: 'Chulalongkorn Day' },
  father: { th: 'วันพ่อแห่งชาติ', en: "Father's Day" },
  constitution: { th: 'วันรัฐธรรมนูญ', en: 'Constitution Day' },
  yearEnd: { th: 'วันสิ้นปี', en: "New Year's Eve" },
};

/** Day of the year and what it is; `+` marks the day given instead of one at a week-end. */
const BY_YEAR: Record<string, { source: string; isProjected: boolean; days: string }> = {
  2026: {
    source: 'ปฏิทินวันหยุดราชการ พ.ศ. 2569 รวมวันหยุดพิเศษตามมติคณะรัฐมนตรี',
    isProjected: false,
    days: `01-01 newYear, 01-02 special, 03-03 makha, 04-06 chakri, 04-13 songkran, 04-14 songkran, 04-15 songkran, 05-04 coronation, 05-13 ploughing,
      05-31 visakha, 06-01 +visakha, 06-03 queen, 07-28 king, 07-29 asanha, 07-30 lent, 08-12 mother, 10-13 navamindra, 10-23 chulalongkorn,
      12-05 father, 12-07 +father, 12-10 constitution, 12-31 yearEnd`,
  },
  2027: {
    source: 'ประมาณการ พ.ศ. 2570 ตามหลักเกณฑ์ของปีก่อน ยังไม่กำหนดวันพืชมงคล',
    isProjected: true,
    days: `01-01 newYear, 02-21 makha, 02-22 +makha, 04-06 chakri, 04-13 songkran, 04-14 songkran, 04-15 songkran, 05-04 coronation, 05-20 visakha,
      06-03 queen, 07-18 asanha, 07-19 lent, 07-20 +asanha, 07-28 king, 08-12 mother, 10-13 navamindra, 10-23 chulalongkorn, 10-25 +chulalongkorn,
      12-05 father, 12-06 +father, 12-10 constitution, 12-31 yearEnd`,
  },
};

/** Government holidays of B.E. 2569 and 2570 in order, to fill the calendar of a new portal. */
export const governmentHolidays: readonly Holiday[] = Object.entries(BY_YEAR).flatMap(([year, { source, isProjected, days }]) =>
  days.split(',').map((entry) => {
    const [day = '', name = ''] = entry.trim().split(' ');
    return { date: `${year}-${day}`, title: titleOf(name), source, isProjected };
  }),
);

function titleOf(name: string): Text {
  const title = TITLES[name.replace('+', '')];
  if (!title) throw new Error(`The holiday "${name}" has no title.`);
  if (!name.startsWith('+')) return title;
  return { th: `วันหยุดชดเชย${title.th}`, en: `Substitution for ${title.en}` };
}
