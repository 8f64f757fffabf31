import type { ManualAppeal } from '@anuyat/contract';
import { appealRuleOf, COURT, type AppealRule } from '@anuyat/dictionary/reference';
import { textOf, type Citation, type Clock, type LicenceDefinition, type Text } from '@anuyat/licence-kit';

/**
 * How to appeal against what the offices of a licence type decide: by the rule of each one's law, the same that refusals and returns are
 * written with (Administrative Procedure Act B.E. 2539 ss.40, 44-46, 48).
 */
export function appealsOf({ lanes, texts }: Pick<LicenceDefinition, 'lanes' | 'texts'>): ManualAppeal[] {
  const rules = new Map<string, { rule: AppealRule; of: Text[] }>();
  for (const { id, law } of lanes) {
    const rule = appealRuleOf(law);
    const known = rules.get(rule.id) ?? { rule, of: [] };
    known.of.push(textOf(texts, `lanes.${id}`));
    rules.set(rule.id, known);
  }
  return [...rules.values()].map(({ rule, of }) => ({
    of: rules.size > 1 ? of : null,
    to: rule.to,
    within: { days: rule.within.days, unit: rule.within.unit },
    words: [howOf(rule), thenOf(rule), court()],
    citations: citationsOf(rule),
    isVerified: rule.within.source.isVerified && rule.superior.source.isVerified,
  }));
}

function howOf({ to, within }: AppealRule): Text {
  const days = inDays(within);
  return {
    th: `หากไม่เห็นด้วยกับคำสั่ง ยื่นอุทธรณ์ต่อ${to.th}ภายใน ${days.th}นับแต่วันที่ได้รับแจ้ง ยื่นผ่านระบบนี้ในหน้าของเรื่อง หรือยื่นเป็นหนังสือที่สำนักงานที่ออกคำสั่งก็ได้`,
    en: `If you disagree with an order, appeal to ${to.en} within ${days.en} of being told: here, on the page of your case, or in writing at the office that made it.`,
  };
}

function thenOf({ issuer, superior, extension, to }: AppealRule): Text {
  const more = extension ? inDays(extension) : undefined;
  const longer: Text = more ? { th: ` (ขยายได้อีกไม่เกิน ${more.th})`, en: ` (${more.en} more at most)` } : { th: '', en: '' };
  if (!issuer) {
    return {
      th: `การพิจารณาอุทธรณ์ใช้เวลาไม่เกิน ${inDays(superior).th}${longer.th} ผู้วินิจฉัย คือ ${to.th}`,
      en: `The appeal is decided within ${inDays(superior).en}${longer.en}, by ${to.en}.`,
    };
  }
  return {
    th: `สำนักงานพิจารณาอุทธรณ์ภายใน ${inDays(issuer).th} หากไม่เห็นด้วยจะส่งต่อผู้มีอำนาจเหนือขึ้นไป ซึ่งพิจารณาให้เสร็จภายใน ${inDays(superior).th}${longer.th}`,
    en: `The office answers within ${inDays(issuer).en}. If it does not agree, it sends the appeal up, and its superior decides within ${inDays(superior).en}${longer.en}.`,
  };
}

function court(): Text {
  const days = inDays(COURT.within);
  return {
    th: `หากยังไม่เห็นด้วยกับคำวินิจฉัยอุทธรณ์ ฟ้องคดีต่อ${COURT.to.th}ได้ภายใน ${days.th}นับแต่วันที่ได้รับแจ้งคำวินิจฉัย`,
    en: `If you still disagree, you can take the decision on the appeal to ${COURT.to.en} within ${days.en} of being told of it.`,
  };
}

function inDays({ days, unit }: Clock): Text {
  return unit === 'working' ? { th: `${days} วันทำการ`, en: `${days} working days` } : { th: `${days} วัน`, en: `${days} days` };
}

/** Each law and section once, in the order in which they matter. */
function citationsOf({ within, issuer, superior, extension }: AppealRule): Citation[] {
  const all = [within, issuer, superior, extension, COURT.within].flatMap((clock) => clock?.citation ?? []);
  const isSame = (one: Citation, other: Citation): boolean => one.law.en === other.law.en && one.section === other.section;
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at).map(({ law, section }) => ({ law, section }));
}
