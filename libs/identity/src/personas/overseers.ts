import { makePersona } from './make-persona';
import type { Persona } from './persona';

/** People who watch or run the portal and decide nothing. */
export const overseers: readonly Persona[] = [
  makePersona(
    'eec-monitor', 41,
    { th: 'นางสาว ภัทรา มองไกล', en: 'Ms. Phatthra Mongklai' },
    { th: 'เจ้าหน้าที่ติดตามของ EEC เห็นคำขอในทุกนิคมและเขตส่งเสริม', en: 'EEC staff; sees the applications of every estate and zone.' },
    { role: 'monitor', territories: ['*'] },
  ),
  makePersona(
    'estate-monitor', 42,
    { th: 'นาย ธนา เฝ้าดู', en: 'Mr. Thana Faodu' },
    { th: 'ผู้ติดตามของนิคมอุตสาหกรรมแหลมฉบังแห่งเดียว', en: 'Watches the Laem Chabang industrial estate alone.' },
    { role: 'monitor', territories: ['laem-chabang'] },
  ),
  makePersona(
    'admin', 43,
    { th: 'นาง อรุณ ดูแล', en: 'Mrs. Arun Dulae' },
    { th: 'ผู้ดูแลระบบ จัดการวันหยุดและนิยามใบอนุญาต ไม่พิจารณาคำขอ', en: 'Administrator; keeps holidays and definitions, decides no application.' },
    { role: 'admin' },
  ),
  makePersona(
    'second-admin', 44,
    { th: 'นาย ทวี ทบทวน', en: 'Mr. Thawi Thopthuan' },
    { th: 'ผู้ดูแลระบบคนที่สอง ตรวจและยืนยันนิยามที่ผู้ดูแลระบบคนแรกเสนอ', en: 'The second administrator; checks and confirms what the first one proposes.' },
    { role: 'admin' },
  ),
];
