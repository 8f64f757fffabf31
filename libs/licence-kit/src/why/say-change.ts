import type { Text } from '../definition/text';
import type { Change, Reach } from './change';
import { nounOf, quoted, spaced, titleOf, type Lexicon } from './lexicon';
import { joined, sayNumber, sayValue } from './say-value';

/** The changes as the "if" of a sentence, without its outcome: "If the area were at most 200 m²". */
export function sayChanges(changes: readonly Change[], lexicon: Lexicon): Text {
  const parts = joined(changes.map((change) => sayChange(change, lexicon)), { th: ' และ', en: ' and ' });
  return spaced({ th: `หาก${parts.th}`, en: `If ${parts.en}` });
}

function sayChange({ path, from, to, reach }: Change, lexicon: Lexicon): Text {
  const title = quoted(titleOf(path, lexicon));
  if (to === null) return { th: `ไม่ได้ระบุ${title.th}`, en: `${title.en} were not given` };
  if (Array.isArray(to)) return sayListChange(path, Array.isArray(from) ? from : [], to, lexicon);
  if (typeof to === 'number') {
    const noun = nounOf(path, lexicon);
    const words = REACHES[reach?.as ?? 'exactly'];
    const value = sayNumber(path, reach?.value ?? to, lexicon);
    return { th: `${noun.th}${words.th.replace('#', value.th)}`, en: `${noun.en} were ${words.en.replace('#', value.en)}` };
  }
  if (typeof to === 'object' || /^premises\.(estate|zone)$/.test(path) && from === null) return { th: `ระบุ${title.th}`, en: `${title.en} were given` };
  const value = quoted(sayValue(path, to, lexicon));
  return { th: `ข้อ${title.th} ตอบว่า${value.th}`, en: `the answer to ${title.en} were ${value.en}` };
}

function sayListChange(path: string, from: unknown[], to: unknown[], lexicon: Lexicon): Text {
  const title = quoted(titleOf(path, lexicon));
  const isRows = [...from, ...to].some((value) => typeof value === 'object');
  if (isRows) return { th: `มี ${to.length} รายการในข้อ${title.th}`, en: `there were ${to.length === 1 ? '1 item' : `${to.length} items`} under ${title.en}` };
  const more = to.filter((value) => !from.includes(value));
  const fewer = from.filter((value) => !to.includes(value));
  const said = (values: unknown[]) => joined(values.map((value) => quoted(sayValue(path, value, lexicon))), { th: ' และ', en: ' and ' });
  return more.length > 0
    ? { th: `ข้อ${title.th}มี${said(more).th}ด้วย`, en: `${title.en} also included ${said(more).en}` }
    : { th: `ข้อ${title.th}ไม่มี${said(fewer).th}`, en: `${title.en} did not include ${said(fewer).en}` };
}

const REACHES: Record<Reach, Text> = {
  'at-most': { th: 'ไม่เกิน #', en: 'at most #' },
  'at-least': { th: 'ตั้งแต่ # ขึ้นไป', en: 'at least #' },
  'more-than': { th: 'เกิน #', en: 'more than #' },
  'less-than': { th: 'น้อยกว่า #', en: 'less than #' },
  exactly: { th: 'เป็น #', en: '#' },
};
