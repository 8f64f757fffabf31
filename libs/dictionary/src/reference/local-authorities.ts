import type { Text } from '@anuyat/licence-kit';
import { districts, findWhereabouts } from './places';

export type LocalAuthorityType = 'bangkok-district' | 'pattaya' | 'city' | 'town' | 'subdistrict-municipality' | 'subdistrict-organisation' | 'not-recorded';

/** Who governs a place: a Bangkok district, Pattaya, a municipality or a subdistrict organisation. */
export interface LocalAuthority {
  /** `bma-1039`, `pattaya`, `lao-laem-chabang`, or `lao-200707` where only the subdistrict is known. */
  code: string;
  type: LocalAuthorityType;
  title: Text;
  /** Subdistricts that it governs wholly or for the most part. */
  subdistricts: readonly string[];
  /** Subdistricts of which it governs a part, so that another authority may be right. */
  partly: readonly string[];
  /** Whether its territory was confirmed; that of Bangkok's districts is. */
  isVerified: boolean;
}

type Row = readonly [code: string, type: LocalAuthorityType, th: string, en: string, subdistricts: string, partly?: string];

const WORDS: Partial<Record<LocalAuthorityType, readonly [th: string, en: string]>> = {
  city: ['เทศบาลนคร', 'City Municipality'],
  town: ['เทศบาลเมือง', 'Town Municipality'],
  'subdistrict-municipality': ['เทศบาลตำบล', 'Subdistrict Municipality'],
  'subdistrict-organisation': ['องค์การบริหารส่วนตำบล', 'Subdistrict Administrative Organisation'],
};

const ROWS: readonly Row[] = [
  ['lao-laem-chabang', 'city', 'แหลมฉบัง', 'Laem Chabang', '200703', '200401 200702 200704 200705'],
  ['lao-chao-phraya-surasak', 'city', 'เจ้าพระยาสุรศักดิ์', 'Chao Phraya Surasak', '200702 200704 200705', '200706 200708'],
  ['lao-saen-suk', 'town', 'แสนสุข', 'Saen Suk', '200104', '200113 200115'],
  ['lao-si-racha', 'town', 'ศรีราชา', 'Si Racha', '200701'],
  ['lao-ban-bueng', 'town', 'บ้านบึง', 'Ban Bueng', '200201'],
  ['lao-rayong', 'city', 'ระยอง', 'Rayong', '210101 210104', '210102 210109'],
  ['lao-map-ta-phut', 'town', 'มาบตาพุด', 'Map Ta Phut', '210113 210114', '210109 210111 210802'],
  ['lao-ban-chang', 'subdistrict-municipality', 'บ้านฉาง', 'Ban Chang', '210203'],
  ['lao-pluak-daeng', 'subdistrict-municipality', 'ปลวกแดง', 'Pluak Daeng', '210601'],
  ['lao-wang-chan', 'subdistrict-organisation', 'วังจันทร์', 'Wang Chan', '210401'],
  ['lao-chachoengsao', 'town', 'ฉะเชิงเทรา', 'Chachoengsao', '240101', '240105 240112'],
  ['lao-bang-pakong', 'subdistrict-municipality', 'บางปะกง', 'Bang Pakong', '240401'],
  ['lao-khao-khan-song', 'subdistrict-organisation', 'เขาคันทรง', 'Khao Khan Song', '200706'],
];

const bangkok = districts
  .filter(({ province }) => province === '10')
  .map((district): LocalAuthority => ({
    code: `bma-${district.code}`,
    type: 'bangkok-district',
    title: { th: `สำนักงานเขต${district.title.th} กรุงเทพมหานคร`, en: `${district.title.en} District Office, Bangkok` },
    subdistricts: [],
    partly: [],
    isVerified: true,
  }));

const pattaya: LocalAuthority = {
  code: 'pattaya',
  type: 'pattaya',
  title: { th: 'เมืองพัทยา', en: 'Pattaya City' },
  subdistricts: ['200402', '200408'],
  partly: ['200403', '200406'],
  isVerified: false,
};

/**
 * The 50 districts of Bangkok, Pattaya, and a first set of municipalities and subdistrict organisations of the EEC.
 * Which subdistricts each governs is unverified; the Department of Local Administration has the full register.
 */
export const localAuthorities: readonly LocalAuthority[] = [
  ...bangkok,
  pattaya,
  ...ROWS.map(([code, type, th, en, subdistricts, partly = '']): LocalAuthority => {
    const [before = '', after = ''] = WORDS[type] ?? [];
    return {
      code,
      type,
      title: { th: `${before}${th}`, en: `${en} ${after}` },
      subdistricts: subdistricts.split(' '),
      partly: partly.split(' ').filter(Boolean),
      isVerified: false,
    };
  }),
];

const byCode = new Map(localAuthorities.map((authority) => [authority.code, authority]));
const whole = new Map(localAuthorities.flatMap((authority) => authority.subdistricts.map((code) => [code, authority])));

/** Every recorded authority that governs all or part of a subdistrict, the likeliest first; one stands in where none is recorded. */
export function localAuthoritiesOf(subdistrict: string): readonly LocalAuthority[] {
  const place = findWhereabouts(subdistrict);
  if (!place) return [];
  const ofDistrict = byCode.get(`bma-${place.district.code}`);
  if (ofDistrict) return [ofDistrict];
  const first = whole.get(subdistrict);
  const others = localAuthorities.filter(({ partly }) => partly.includes(subdistrict));
  return [...(first ? [first] : [unrecorded(subdistrict, place.subdistrict.title)]), ...others];
}

/** The likeliest authority of a subdistrict; undefined for an unknown one. */
export function findLocalAuthority(subdistrict: string): LocalAuthority | undefined {
  return localAuthoritiesOf(subdistrict)[0];
}

/** An authority by its code, also one that stands in for an unrecorded one (`lao-200707`). */
export function findLocalAuthorityByCode(code: string): LocalAuthority | undefined {
  const subdistrict = /^lao-(\d{6})$/.exec(code)?.[1];
  if (!subdistrict) return byCode.get(code);
  const place = findWhereabouts(subdistrict);
  return place && place.province.code !== '10' ? unrecorded(subdistrict, place.subdistrict.title) : undefined;
}

function unrecorded(subdistrict: string, title: Text): LocalAuthority {
  const district = findWhereabouts(subdistrict)?.district.title;
  return {
    code: `lao-${subdistrict}`,
    type: 'not-recorded',
    title: {
      th: `องค์กรปกครองส่วนท้องถิ่นตำบล${title.th} อำเภอ${district?.th ?? ''}`,
      en: `Local authority of ${title.en}, ${district?.en ?? ''} District`,
    },
    subdistricts: [subdistrict],
    partly: [],
    isVerified: false,
  };
}
