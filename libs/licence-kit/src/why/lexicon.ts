import type { JsonSchema } from '../definition/json-schema';
import type { Text } from '../definition/text';
import { findSchemaAt } from '../forms/schema-paths';

/** The words for facts: the form with its titles, and names of codes that no form lists, such as provinces and estates. */
export interface Lexicon {
  schema: JsonSchema;
  nameOf?: (path: string, value: unknown) => Text | undefined;
}

/** Facts that the portal works out itself. */
const WORKED_OUT: Readonly<Record<string, Text>> = {
  'place.province': { th: 'จังหวัดของสถานที่', en: 'Province of the place' },
  'place.district': { th: 'เขตหรืออำเภอของสถานที่', en: 'District of the place' },
  'place.subdistrict': { th: 'แขวงหรือตำบลของสถานที่', en: 'Subdistrict of the place' },
  'place.localAuthority': { th: 'องค์กรปกครองส่วนท้องถิ่นของสถานที่', en: 'Local authority of the place' },
  'place.estate': { th: 'นิคมอุตสาหกรรมของสถานที่', en: 'Industrial estate of the place' },
  'place.zone': { th: 'เขตส่งเสริมของสถานที่', en: 'Promoted zone of the place' },
  'filing.date': { th: 'วันที่ยื่นคำขอ', en: 'Day of filing' },
};

/** What a fact is called; rows are counted from 1. */
export function titleOf(path: string, { schema }: Lexicon): Text {
  const known = WORKED_OUT[path];
  if (known) return known;
  const title = findSchemaAt(schema, path)?.['x-title'] ?? { th: path, en: path };
  const row = /\.(\d+)\./.exec(path)?.[1];
  if (row === undefined) return title;
  return { th: `${title.th} (รายการที่ ${Number(row) + 1})`, en: `${title.en} (item ${Number(row) + 1})` };
}

export function fieldOf(path: string, { schema }: Lexicon): JsonSchema | undefined {
  return findSchemaAt(schema, path);
}

/** The sides of a relation in one sentence; a title that asks or answers stands in quotation marks. */
export function nounOf(path: string, lexicon: Lexicon): Text {
  const { th, en } = titleOf(path, lexicon);
  const isQuestion = /\?$/.test(en) || /(หรือไม่|เท่าใด|กี่[^ ]*)$/.test(th) || /^(You|I|The|How|Where|What|Who|Which) /.test(en);
  return isQuestion ? quoted({ th, en }, { th: 'คำตอบข้อ ', en: 'the answer to ' }) : { th, en: `the ${withSmallStart(en)}` };
}

export function quoted({ th, en }: Text, before: Text = { th: '', en: '' }): Text {
  return { th: `${before.th}“${th}”`, en: `${before.en}“${en}”` };
}

/** "is", or "are" for a title that starts with many: "Seats for customers". */
export function verbOf(noun: Text): string {
  return /^the ([a-z]+[^s]s|men|women|people|children)\b/.test(noun.en) ? 'are' : 'is';
}

/** Thai sets quotations and brackets apart with a space. */
export function spaced({ th, en }: Text): Text {
  return { th: th.replace(/\s*(“[^”]*”)\s*/g, ' $1 ').replace(/\)(?=[\u0E00-\u0E7F])/g, ') ').replace(/ {2,}/g, ' ').trim(), en };
}

function withSmallStart(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}
