import type { Text } from '@anuyat/licence-kit';

/** An address as people write it, in both languages; `name` gives the words for an official code. Bangkok has its own words. */
export function addressWords(parts: Record<string, string>, name: (code: string) => Text): Text {
  const { houseNo = '', moo, soi, road, subdistrict = '', district = '', province = '', postcode = '' } = parts;
  const isBangkok = province === '10';
  const [sub, dis, pro] = [name(subdistrict), name(district), name(province)];
  const th = [
    houseNo, moo && `หมู่ ${moo}`, soi && `ซอย${soi}`, road && `ถนน${road}`,
    `${isBangkok ? 'แขวง' : 'ตำบล'}${sub.th}`, `${isBangkok ? 'เขต' : 'อำเภอ'}${dis.th}`, isBangkok ? pro.th : `จังหวัด${pro.th}`, postcode,
  ];
  const en = [`${houseNo}${moo ? ` Moo ${moo}` : ''}`, soi && `Soi ${soi}`, road && `${road} Road`, sub.en, dis.en, `${pro.en} ${postcode}`];
  return { th: th.filter(Boolean).join(' '), en: en.filter(Boolean).join(', ') };
}
