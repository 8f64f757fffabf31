import { makePersona } from './make-persona';
import type { Persona } from './persona';

/** People who ask for licences. */
export const entrepreneurs: readonly Persona[] = [
  makePersona(
    'somchai', 1,
    { th: 'นาย สมชาย ใจดี', en: 'Mr. Somchai Jaidee' },
    { th: 'อยากเปิดร้านอาหารในเขตวัฒนา กรุงเทพมหานคร', en: 'Wants to open a restaurant in Watthana, Bangkok.' },
    { role: 'applicant' },
  ),
  makePersona(
    'malee', 2,
    { th: 'นางสาว มาลี มีสุข', en: 'Ms. Malee Meesuk' },
    { th: 'อยากเปิดคาเฟ่ในแหลมฉบัง ชลบุรี เห็นเฉพาะเรื่องของตนเอง', en: 'Wants to open a café in Laem Chabang, Chonburi; sees her own cases only.' },
    { role: 'applicant' },
  ),
  makePersona(
    'wichai', 3,
    { th: 'นาย วิชัย ตัวอย่าง', en: 'Mr. Wichai Tuayang' },
    { th: 'กรรมการบริษัทสองแห่ง จะตั้งโรงงานในนิคมอุตสาหกรรม', en: 'Director of two companies; wants a factory in an industrial estate.' },
    {
      role: 'applicant',
      companies: [
        { juristicId: '0105999999994', name: { th: 'บริษัท ตัวอย่างกรุงเทพ จำกัด', en: 'Example Bangkok Co., Ltd.' }, ground: 'director' },
        { juristicId: '0205568000016', name: { th: 'บริษัท ตัวอย่างชลบุรี จำกัด', en: 'Example Chonburi Co., Ltd.' }, ground: 'director' },
      ],
    },
  ),
  makePersona(
    'anna', undefined,
    { th: 'นางสาว แอนนา แซมเพิล', en: 'Ms. Anna Sample' },
    { th: 'ผู้ประกอบการชาวต่างชาติ ไม่มีเลขประจำตัว 13 หลัก ใช้หน้าจอภาษาอังกฤษ', en: 'A foreign entrepreneur without a Thai 13-digit number.' },
    { role: 'applicant', ial: '2.1' },
  ),
];
