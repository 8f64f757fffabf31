import type { OfficePermission } from '@anuyat/licence-kit';
import { makePersona } from './make-persona';
import { officers } from './officers';
import type { Persona } from './persona';

const supervises: OfficePermission[] = ['review', 'supervise'];

type Names = Parameters<typeof makePersona>[2];

/** Of each agency the one who consents to what an officer may not do alone; by the first part of its offices' codes. */
const names: [agency: string, serial: number, names: Names][] = [
  ['bma', 81, { th: 'นาง ดารา ดูแลดี', en: 'Mrs. Dara Dulaedee' }],
  ['lao', 82, { th: 'นาย เมือง รอบคอบ', en: 'Mr. Mueang Ropkhop' }],
  ['ieat', 83, { th: 'นาง แปลง ใหญ่โต', en: 'Mrs. Plaeng Yaito' }],
  ['eeco', 84, { th: 'นาย ตะวัน ออกเช้า', en: 'Mr. Tawan Okchao' }],
  ['excise', 85, { th: 'นาง ภาสิ ทวีผล', en: 'Mrs. Phasi Thaweephon' }],
  ['diw', 86, { th: 'นาย กล จักรดี', en: 'Mr. Kon Chakdee' }],
  ['pcd', 87, { th: 'นาง น้ำ สะอาดตา', en: 'Mrs. Nam Sa-atta' }],
  ['mnre', 88, { th: 'นาย ป่า เขียวสด', en: 'Mr. Pa Khiaosot' }],
  ['rd', 89, { th: 'นาง รายรับ ครบถ้วน', en: 'Mrs. Rairap Khropthuan' }],
  ['dbd', 90, { th: 'นาย ทะเบียน ถูกต้อง', en: 'Mr. Thabian Thuktong' }],
  ['dopa', 91, { th: 'นาง ปกป้อง ท้องที่', en: 'Mrs. Pokpong Thongthee' }],
  ['rtp', 92, { th: 'นาย ตรวจ ยามค่ำ', en: 'Mr. Truat Yamkham' }],
  ['dcp', 93, { th: 'นาง ศิลป์ งดงาม', en: 'Mrs. Sin Ngotngam' }],
  ['mcul', 94, { th: 'นาย ประเพณี ยืนยง', en: 'Mr. Prapheni Yuenyong' }],
  ['dhss', 95, { th: 'นาง อนามัย มั่นใจ', en: 'Mrs. Anamai Manchai' }],
  ['fda', 96, { th: 'นาย ยา ปลอดพิษ', en: 'Mr. Ya Plotphit' }],
  ['moph', 97, { th: 'นาง สุขใจ รักษาดี', en: 'Mrs. Sukchai Raksadee' }],
  ['ocpb', 98, { th: 'นาย สิทธิ ผู้บริโภค', en: 'Mr. Sit Phuboriphok' }],
  ['mea', 99, { th: 'นาง แสง นวลตา', en: 'Mrs. Saeng Nuanta' }],
  ['pea', 100, { th: 'นาย สายส่ง มั่นคง', en: 'Mr. Saisong Mankhong' }],
  ['mwa', 101, { th: 'นาง ประปา ใสเย็น', en: 'Mrs. Prapa Saiyen' }],
  ['pwa', 102, { th: 'นาย ท่อ ไหลดี', en: 'Mr. Tho Laidee' }],
  ['doa', 103, { th: 'นาง ไร่นา งอกงาม', en: 'Mrs. Raina Ngokngam' }],
  ['dld', 104, { th: 'นาย ฟาร์ม มาตรฐาน', en: 'Mr. Farm Mattrathan' }],
];

/** A supervisor of every office in which an officer works. */
export const supervisors: readonly Persona[] = names.map(([agency, serial, name]) => {
  const codes = new Set(officers.flatMap(({ offices }) => offices.map(({ code }) => code)).filter((code) => code.startsWith(`${agency}-`)));
  const about = {
    th: 'หัวหน้างานของสำนักงานในสังกัดเดียวกัน ตรวจเอกสาร และเห็นชอบการเรียกเพิ่มเป็นครั้งที่สอง',
    en: 'Supervises the offices of one agency: reviews papers, and agrees to a second demand or does not.',
  };
  return makePersona(`${agency}-supervisor`, serial, name, about, { role: 'officer', offices: [...codes].map((code) => ({ code, permissions: supervises })) });
});
