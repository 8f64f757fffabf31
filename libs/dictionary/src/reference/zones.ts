import type { Territory } from './territory';

type Row = readonly [code: string, th: string, en: string, province: string, district?: string, at?: readonly [lat: number, lon: number]];

/** Zones for special activities. Positions are approximate; the high-speed railway is a corridor through several provinces. */
const SPECIAL: readonly Row[] = [
  ['eec-i', 'เขตนวัตกรรมระเบียงเศรษฐกิจพิเศษภาคตะวันออก (EECi)', 'Eastern Economic Corridor of Innovation (EECi)', '21', '2104', [12.99, 101.44]],
  ['eec-d', 'เขตส่งเสริมอุตสาหกรรมและนวัตกรรมดิจิทัล (EECd)', 'Digital Park Thailand (EECd)', '20', '2007', [13.11, 100.93]],
  ['eec-a', 'เขตส่งเสริมเมืองการบินภาคตะวันออก (EECa)', 'Eastern Airport City, U-Tapao (EECa)', '21', '2102', [12.68, 101]],
  ['eec-h', 'เขตส่งเสริมรถไฟความเร็วสูงเชื่อม 3 สนามบิน (EECh)', 'High-Speed Railway Linking Three Airports (EECh)', '20'],
  ['eec-md', 'เขตส่งเสริมศูนย์นวัตกรรมการแพทย์ครบวงจร ธรรมศาสตร์ พัทยา (EECmd)', 'Medical Hub, Thammasat Pattaya (EECmd)', '20', '2004'],
  ['eec-g', 'เขตส่งเสริมศูนย์นวัตกรรมจีโนมิกส์ (EECg)', 'Genomics Centre, Burapha University (EECg)', '20', '2001'],
  ['eec-tp', 'เขตส่งเสริมศูนย์นวัตกรรมดิจิทัลและเทคโนโลยีขั้นสูงบ้านฉาง (EECtp)', 'Ban Chang Digital and High Technology Park (EECtp)', '21', '2102'],
  ['eec-new-city', 'เมืองใหม่อัจฉริยะน่าอยู่ อีอีซี', 'EEC Smart New City', '20', '2004'],
];

/** Zones for target industries; most are IEAT estates, whose rows name them. */
const INDUSTRIAL: readonly Row[] = [
  ['eec-rojana-laem-chabang', 'โรจนะแหลมฉบัง', 'Rojana Laem Chabang', '20'],
  ['eec-rojana-nong-yai', 'โรจนะหนองใหญ่', 'Rojana Nong Yai', '20', '2003'],
  ['eec-asia-clean', 'เอเชีย คลีน', 'Asia Clean', '20'],
  ['eec-egco', 'เอ็กโก', 'EGCO', '21'],
  ['eec-wha-rayong', 'ดับบลิวเอชเอ ระยอง', 'WHA Rayong', '21'],
  ['eec-amata-city-rayong', 'อมตะซิตี้ ระยอง', 'Amata City Rayong', '21', '2106'],
  ['eec-amata-city-chonburi', 'อมตะซิตี้ ชลบุรี', 'Amata City Chonburi', '20', '2001'],
  ['eec-esie', 'อีสเทิร์นซีบอร์ด (ระยอง)', 'Eastern Seaboard (Rayong)', '21', '2106'],
  ['eec-wha-esie-1', 'ดับบลิวเอชเอ อีสเทิร์นซีบอร์ด 1', 'WHA Eastern Seaboard 1', '21'],
  ['eec-wha-esie-2', 'ดับบลิวเอชเอ อีสเทิร์นซีบอร์ด 2', 'WHA Eastern Seaboard 2', '21'],
  ['eec-wha-esie-3', 'ดับบลิวเอชเอ อีสเทิร์นซีบอร์ด 3', 'WHA Eastern Seaboard 3', '21'],
  ['eec-wha-esie-4', 'ดับบลิวเอชเอ อีสเทิร์นซีบอร์ด 4', 'WHA Eastern Seaboard 4', '21'],
  ['eec-wha-chonburi-1', 'ดับบลิวเอชเอ ชลบุรี 1', 'WHA Chonburi 1', '20', '2007'],
  ['eec-wha-chonburi-2', 'ดับบลิวเอชเอ ชลบุรี 2', 'WHA Chonburi 2', '20'],
  ['eec-wha-rayong-36', 'ดับบลิวเอชเอ ระยอง 36', 'WHA Rayong 36', '21'],
  ['eec-smart-park', 'สมาร์ท ปาร์ค', 'Smart Park', '21', '2101'],
  ['eec-pinthong', 'ปิ่นทอง', 'Pinthong', '20', '2007'],
  ['eec-yamato', 'ยามาโตะ', 'Yamato', '20'],
  ['eec-tfd-2', 'ทีเอฟดี 2', 'TFD 2', '24'],
  ['eec-cpgc', 'ซีพีจีซี', 'CPGC', '21'],
  ['eec-rojana-khao-khan-song', 'โรจนะ เขาคันทรง', 'Rojana Khao Khan Song', '20', '2007'],
];

const toZone = ([code, th, en, province, district, at]: Row): Territory => ({
  code,
  kind: 'zone',
  title: { th, en },
  province,
  ...(district ? { district } : {}),
  position: at ? { lat: at[0], lon: at[1] } : null,
});

/** Promoted zones of the Eastern Economic Corridor. Their exact boundaries are EECO's; none is drawn here. */
export const zones: readonly Territory[] = [
  ...SPECIAL.map(toZone),
  ...INDUSTRIAL.map(([code, th, en, ...rest]) => toZone([code, `เขตส่งเสริมเพื่อกิจการอุตสาหกรรม ${th}`, `${en} Promoted Zone`, ...rest])),
];

const byCode = new Map(zones.map((zone) => [zone.code, zone]));

/** A promoted zone by its code, such as `eec-d`. */
export function findZone(code: string): Territory | undefined {
  return byCode.get(code);
}
