import type { Territory } from './territory';

/** Code, Thai name, English name, province, district, latitude, longitude, promoted zone. */
type Row = readonly [code: string, th: string, en: string, province: string, district?: string, at?: readonly [lat: number, lon: number] | null, zone?: string];

/** Names after `นิคมอุตสาหกรรม` and before `Industrial Estate`. Positions are of IEAT's map layer; other estates have none. */
const ROWS: readonly Row[] = [
  ['wellgrow', 'เวลโกรว์', 'Wellgrow', '24', '2404', [13.5706, 100.9225]],
  ['gateway-city', 'เกตเวย์ ซิตี้', 'Gateway City', '24', '2409', [13.6147, 101.3296]],
  ['tfd-1', 'ทีเอฟดี 1', 'TFD 1', '24', '2404', [13.5638, 100.9949]],
  ['tfd-2', 'ทีเอฟดี 2', 'TFD 2', '24', undefined, null, 'eec-tfd-2'],
  ['blue-tech-city', 'ฉะเชิงเทรา บลูเทค ซิตี้', 'Chachoengsao Blue Tech City', '24'],
  ['amata-city-chonburi', 'อมตะซิตี้ ชลบุรี', 'Amata City Chonburi', '20', '2001', [13.4215, 101.0041], 'eec-amata-city-chonburi'],
  ['amata-smart-city-chonburi', 'อมตะ สมาร์ทซิตี้ ชลบุรี', 'Amata Smart City Chonburi', '20', undefined, [13.4955, 101.0526]],
  ['laem-chabang', 'แหลมฉบัง', 'Laem Chabang', '20', '2007', [13.0766, 100.9092]],
  ['pinthong-1', 'ปิ่นทอง', 'Pinthong', '20', '2007', [13.1213, 100.9904]],
  ['pinthong-2', 'ปิ่นทอง 2', 'Pinthong 2', '20', '2007', [13.119, 101.0334]],
  ['pinthong-3', 'ปิ่นทอง 3', 'Pinthong 3', '20', '2007', [13.1103, 101.0669]],
  ['pinthong-4', 'ปิ่นทอง 4', 'Pinthong 4', '20'],
  ['pinthong-5', 'ปิ่นทอง 5', 'Pinthong 5', '20'],
  ['pinthong-6', 'ปิ่นทอง 6', 'Pinthong 6', '20'],
  ['wha-chonburi-1', 'ดับบลิวเอชเอ ชลบุรี 1', 'WHA Chonburi 1', '20', '2007', [13.0958, 101.1139], 'eec-wha-chonburi-1'],
  ['wha-chonburi-2', 'ดับบลิวเอชเอ ชลบุรี 2', 'WHA Chonburi 2', '20', undefined, null, 'eec-wha-chonburi-2'],
  ['hermes', 'เฮอร์มีส', 'Hermes', '20', undefined, [12.9395, 101.0414]],
  ['yamato', 'ยามาโตะ', 'Yamato', '20', undefined, null, 'eec-yamato'],
  ['ban-bueng', 'บ้านบึง', 'Ban Bueng', '20', '2002'],
  ['rojana-chonburi-2', 'โรจนะชลบุรี 2 (เขาคันทรง)', 'Rojana Chonburi 2 (Khao Khan Song)', '20', '2007', null, 'eec-rojana-khao-khan-song'],
  ['rojana-nong-yai', 'โรจนะหนองใหญ่', 'Rojana Nong Yai', '20', '2003', null, 'eec-rojana-nong-yai'],
  ['rojana-laem-chabang', 'โรจนะแหลมฉบัง', 'Rojana Laem Chabang', '20', undefined, null, 'eec-rojana-laem-chabang'],
  ['asia-clean-chonburi', 'เอเซีย คลีน ชลบุรี', 'Asia Clean Chonburi', '20', undefined, null, 'eec-asia-clean'],
  ['amata-city-rayong', 'อมตะซิตี้ ระยอง', 'Amata City Rayong', '21', '2106', [13.0245, 101.0724], 'eec-amata-city-rayong'],
  ['eastern-seaboard-rayong', 'อีสเทิร์นซีบอร์ด (ระยอง)', 'Eastern Seaboard (Rayong)', '21', '2106', [13.0045, 101.1626], 'eec-esie'],
  ['map-ta-phut', 'มาบตาพุด', 'Map Ta Phut', '21', '2101', [12.6787, 101.1318]],
  ['map-ta-phut-port', 'ท่าเรืออุตสาหกรรมมาบตาพุด', 'Map Ta Phut Industrial Port', '21', '2101', [12.6652, 101.133]],
  ['wha-eastern-map-ta-phut', 'ดับบลิวเอชเอ ตะวันออก (มาบตาพุด)', 'WHA Eastern (Map Ta Phut)', '21', '2101', [12.7031, 101.1263]],
  ['padaeng', 'ผาแดง', 'Padaeng', '21', '2101', [12.6907, 101.1325]],
  ['asia', 'เอเชีย', 'Asia', '21', '2102', [12.7165, 101.1059]],
  ['ril', 'อาร์ ไอ แอล', 'RIL', '21', undefined, [12.7579, 101.1653]],
  ['smart-park', 'สมาร์ท ปาร์ค', 'Smart Park', '21', '2101', [12.7508, 101.1226], 'eec-smart-park'],
  ['luckchai', 'หลักชัยเมืองยาง', 'Luckchai Rubber City', '21', undefined, [12.7274, 101.4559]],
  ['wha-eastern-seaboard-1', 'ดับบลิวเอชเอ อีสเทิร์นซีบอร์ด 1', 'WHA Eastern Seaboard 1', '21', undefined, null, 'eec-wha-esie-1'],
  ['wha-eastern-seaboard-2', 'ดับบลิวเอชเอ อีสเทิร์นซีบอร์ด 2', 'WHA Eastern Seaboard 2', '21', undefined, null, 'eec-wha-esie-2'],
  ['wha-eastern-seaboard-3', 'ดับบลิวเอชเอ อีสเทิร์นซีบอร์ด 3', 'WHA Eastern Seaboard 3', '21', undefined, null, 'eec-wha-esie-3'],
  ['wha-eastern-seaboard-4', 'ดับบลิวเอชเอ อีสเทิร์นซีบอร์ด 4', 'WHA Eastern Seaboard 4', '21', undefined, null, 'eec-wha-esie-4'],
  ['wha-eastern-seaboard-5', 'ดับบลิวเอชเอ อีสเทิร์นซีบอร์ด 5', 'WHA Eastern Seaboard 5', '21', undefined, [12.8446, 101.2364]],
  ['wha-rayong-36', 'ดับบลิวเอชเอ ระยอง 36', 'WHA Rayong 36', '21', undefined, null, 'eec-wha-rayong-36'],
  ['wha-rayong', 'ดับบลิวเอชเอ อินดัสเตรียล เอสเตท ระยอง', 'WHA Rayong', '21', undefined, null, 'eec-wha-rayong'],
  ['cpgc', 'ซีพีจีซี', 'CPGC', '21', undefined, null, 'eec-cpgc'],
  ['egco-rayong', 'เอ็กโก ระยอง', 'EGCO Rayong', '21', undefined, null, 'eec-egco'],
];

/** IEAT's estates in the Eastern Economic Corridor. Provinces, districts and zones are to be confirmed by IEAT and EECO. */
export const estates: readonly Territory[] = ROWS.map(([code, th, en, province, district, at, zone]) => ({
  code,
  kind: 'estate',
  title: { th: th.startsWith('ท่าเรือ') ? th : `นิคมอุตสาหกรรม${th}`, en: en.endsWith('Port') ? en : `${en} Industrial Estate` },
  province,
  ...(district ? { district } : {}),
  position: at ? { lat: at[0], lon: at[1] } : null,
  ...(zone ? { zone } : {}),
}));

const byCode = new Map(estates.map((estate) => [estate.code, estate]));

/** An estate by its code, such as `laem-chabang`. */
export function findEstate(code: string): Territory | undefined {
  return byCode.get(code);
}
