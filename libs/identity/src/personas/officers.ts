import type { OfficePermission, Text } from '@anuyat/licence-kit';
import { makePersona } from './make-persona';
import type { Persona } from './persona';

const everything: OfficePermission[] = ['review', 'inspect', 'approve'];
const desk: OfficePermission[] = ['review', 'approve'];

type Names = Parameters<typeof makePersona>[2];

/** An officer with the same permissions in each of the offices. */
function officer(hint: string, serial: number, names: Names, about: Text, permissions: OfficePermission[], ...offices: string[]): Persona {
  return makePersona(hint, serial, names, about, { role: 'officer', offices: offices.map((code) => ({ code, permissions })) });
}

const watthana: Persona[] = [
  officer('watthana-sanitation', 11, { th: 'นาย ประสิทธิ์ สะอาดใจ', en: 'Mr. Prasit Sa-atjai' }, { th: 'ฝ่ายสิ่งแวดล้อมและสุขาภิบาล เขตวัฒนา ตรวจ ออกพื้นที่ และอนุญาตได้', en: 'Sanitation, Watthana District; reviews, inspects and approves.' }, everything, 'bma-1039-sanitation'),
  officer('watthana-sanitation-2', 12, { th: 'นางสาว สุดา อนามัยดี', en: 'Ms. Suda Anamaidee' }, { th: 'ฝ่ายเดียวกัน มีอำนาจเท่ากัน ลองให้สองคนตัดสินใจพร้อมกันได้', en: 'The same office with the same powers: try what happens when two decide at once.' }, everything, 'bma-1039-sanitation'),
  officer('watthana-sanitation-3', 13, { th: 'นาย นพ ตรวจแบบ', en: 'Mr. Nop Truatbaep' }, { th: 'ฝ่ายเดียวกัน ตรวจเอกสารได้ แต่อนุญาตไม่ได้', en: 'The same office; reviews papers and may not approve.' }, ['review'], 'bma-1039-sanitation'),
  officer('watthana-building', 14, { th: 'นาย โยธิน มั่นคง', en: 'Mr. Yothin Mankhong' }, { th: 'ฝ่ายโยธา เขตวัฒนา', en: 'Public works, Watthana District.' }, everything, 'bma-1039-building'),
  officer('watthana-registry', 15, { th: 'นาง จันทรา ทะเบียนดี', en: 'Mrs. Chanthra Thabiandee' }, { th: 'ฝ่ายปกครอง เขตวัฒนา รับจดทะเบียนพาณิชย์', en: 'Commercial registrar, Watthana District.' }, desk, 'bma-1039-registry'),
  officer('watthana-revenue', 16, { th: 'นาง รายา รัษฎา', en: 'Mrs. Raya Ratsada' }, { th: 'ฝ่ายรายได้ เขตวัฒนา ดูแลภาษีป้าย', en: 'Revenue, Watthana District; signboard tax.' }, desk, 'bma-1039-revenue'),
];

const laemChabang: Persona[] = [
  officer('laem-chabang-sanitation', 17, { th: 'นางสาว พิมพ์ ร่มรื่น', en: 'Ms. Phim Romruen' }, { th: 'สำนักสาธารณสุขและสิ่งแวดล้อม เทศบาลนครแหลมฉบัง', en: 'Public health, Laem Chabang City Municipality.' }, everything, 'lao-laem-chabang-sanitation'),
  officer('laem-chabang-building', 18, { th: 'นาย ช่างชัย แข็งแรง', en: 'Mr. Changchai Khaengraeng' }, { th: 'สำนักช่าง เทศบาลนครแหลมฉบัง', en: 'Public works, Laem Chabang City Municipality.' }, everything, 'lao-laem-chabang-building'),
  officer('laem-chabang-registry', 19, { th: 'นาย ทวี บันทึกถูก', en: 'Mr. Thawi Banthuekthuk' }, { th: 'สำนักปลัดเทศบาลนครแหลมฉบัง รับจดทะเบียนพาณิชย์', en: 'Commercial registrar, Laem Chabang City Municipality.' }, desk, 'lao-laem-chabang-registry'),
  officer('laem-chabang-revenue', 20, { th: 'นาง ภาษิณี รายได้ดี', en: 'Mrs. Phasinee Raidaidee' }, { th: 'สำนักคลัง เทศบาลนครแหลมฉบัง ดูแลภาษีป้าย', en: 'Finance, Laem Chabang City Municipality; signboard tax.' }, desk, 'lao-laem-chabang-revenue'),
];

const estatesAndZones: Persona[] = [
  officer('ieat-laem-chabang', 21, { th: 'นาย นิคม เจริญกิจ', en: 'Mr. Nikhom Charoenkit' }, { th: 'สำนักงานนิคมอุตสาหกรรมแหลมฉบัง กนอ.', en: 'IEAT office of the Laem Chabang estate.' }, everything, 'ieat-laem-chabang-estate'),
  officer('ieat-amata-rayong', 22, { th: 'นางสาว อมตะ รุ่งเรือง', en: 'Ms. Amata Rungrueang' }, { th: 'สำนักงานนิคมอุตสาหกรรมอมตะซิตี้ ระยอง กนอ.', en: 'IEAT office of the Amata City Rayong estate.' }, everything, 'ieat-amata-city-rayong-estate'),
  officer('ieat-head-office', 31, { th: 'นาย ศูนย์ กลางกิจ', en: 'Mr. Soon Klangkit' }, { th: 'ศูนย์บริการเบ็ดเสร็จ กนอ. สำนักงานใหญ่ รับคำขอที่ยังไม่ได้เลือกนิคม', en: 'IEAT head office; takes applications that name no estate.' }, everything, 'ieat-hq-estate'),
  officer('eeco', 23, { th: 'นาย บูรพา ก้าวหน้า', en: 'Mr. Burapha Kaona' }, { th: 'ศูนย์บริการเบ็ดเสร็จของ สกพอ. ทุกงานในเขตส่งเสริม', en: 'EEC One-Stop Service: every desk of the promoted zones.' }, everything, 'eeco-registry', 'eeco-sanitation', 'eeco-building', 'eeco-factory'),
  officer('map-yang-phon-revenue', 24, { th: 'นาง คลัง มั่งมี', en: 'Mrs. Khlang Mangmee' }, { th: 'กองคลัง ท้องถิ่นตำบลมาบยางพร ระยอง ดูแลภาษีป้าย', en: 'Finance, local authority of Map Yang Phon, Rayong; signboard tax.' }, desk, 'lao-210605-revenue'),
];

const centralAgencies: Persona[] = [
  officer('excise-bangkok', 25, { th: 'นาย สรร สามิต', en: 'Mr. San Samit' }, { th: 'สำนักงานสรรพสามิตพื้นที่กรุงเทพมหานคร', en: 'Excise area office, Bangkok.' }, desk, 'excise-10-excise'),
  officer('excise-east', 26, { th: 'นางสาว ชล สามิต', en: 'Ms. Chon Samit' }, { th: 'สำนักงานสรรพสามิตพื้นที่ชลบุรีและระยอง', en: 'Excise area offices, Chonburi and Rayong.' }, desk, 'excise-20-excise', 'excise-21-excise'),
  officer('industry-chonburi', 27, { th: 'นาย อุตสาห์ พากเพียร', en: 'Mr. Utsa Phakphian' }, { th: 'สำนักงานอุตสาหกรรมจังหวัดชลบุรี', en: 'Provincial industry office, Chonburi.' }, everything, 'diw-20-factory'),
  officer('diw', 28, { th: 'นาง โรจนา กำกับดี', en: 'Mrs. Rojana Kamkapdee' }, { th: 'กองกำกับและอนุญาตโรงงาน กรมโรงงานอุตสาหกรรม', en: 'Department of Industrial Works.' }, everything, 'diw-10-factory'),
  officer('pollution-control', 29, { th: 'นาย ธารา ใสสะอาด', en: 'Mr. Thara Saisa-at' }, { th: 'กองจัดการคุณภาพน้ำ กรมควบคุมมลพิษ', en: 'Pollution Control Department.' }, everything, 'pcd-10-environment'),
  officer('environment-east', 30, { th: 'นางสาว วารี รักษ์ป่า', en: 'Ms. Waree Rakpa' }, { th: 'สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัดชลบุรีและระยอง', en: 'Natural resources and environment offices, Chonburi and Rayong.' }, everything, 'mnre-20-environment', 'mnre-21-environment'),
];

/** Officers of every office that the seeded licences lead to in Watthana, Laem Chabang, the two estates and the promoted zones. */
export const officers: readonly Persona[] = [...watthana, ...laemChabang, ...estatesAndZones, ...centralAgencies];
