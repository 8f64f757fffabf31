import { authorityRules, findOffice } from '@anuyat/dictionary/reference';
import type { Text } from '@anuyat/licence-kit';
import type { Decision } from './decision';
import { nameOf } from './names';
import { findPlaceTurn, placeFrom, type RoutedBy } from './place-turns';
import type { Told } from './told';

/** Why this office: the first line of the table of authority that holds at the place (facts: authority by place). */
export function officeView({ rule, inputs, outcome }: Decision): Told {
  const routed = inputs as unknown as RoutedBy;
  const place = placeFrom(routed.place);
  const line = authorityRules.find(({ id }) => id === rule);
  const turn = place && findPlaceTurn(routed, String(outcome));
  const parts = Object.entries(routed.place).filter(([, code]) => code !== null);
  return {
    of: tableOfAuthority,
    outcome: findOffice(String(outcome))?.title ?? { th: String(outcome), en: String(outcome) },
    because: line && place ? [line.because(place)] : [],
    wouldTurn: turn ? [{ th: `หากสถานที่${turn.where.th} ผู้พิจารณาจะเป็น${turn.office.title.th}`, en: `If the place were ${turn.where.en}, ${turn.office.title.en} would decide.` }] : [oneForAll],
    facts: parts.map(([key, code]) => ({ path: `place.${key}`, title: TITLES[key] ?? { th: key, en: key }, value: nameOf(`place.${key}`, code) ?? { th: String(code), en: String(code) } })),
  };
}

const TITLES: Record<string, Text> = {
  province: { th: 'จังหวัด', en: 'Province' },
  district: { th: 'เขตหรืออำเภอ', en: 'District' },
  subdistrict: { th: 'แขวงหรือตำบล', en: 'Subdistrict' },
  localAuthority: { th: 'องค์กรปกครองส่วนท้องถิ่น', en: 'Local authority' },
  estate: { th: 'นิคมอุตสาหกรรม', en: 'Industrial estate' },
  zone: { th: 'เขตส่งเสริม', en: 'Promoted zone' },
};
const tableOfAuthority: Text = { th: 'ตารางเขตอำนาจตามกฎหมาย', en: 'Table of authority' };
const oneForAll: Text = { th: 'เรื่องนี้มีหน่วยงานเดียวพิจารณาทั้งประเทศ', en: 'One office decides this for the whole country.' };
