import { makePersona } from './make-persona';
import { officers } from './officers';
import type { Persona } from './persona';

const about = { th: 'ผู้ดูแลบุคลากรของหน่วยงาน เชิญเจ้าหน้าที่ กำหนดหน้าที่และวาระ ไม่พิจารณาคำขอ', en: 'Looks after an agency’s people: invites officers, sets their duties and terms; decides nothing.' };

const own: readonly Persona[] = [
  makePersona('bma-people', 131, { th: 'นาง บุคคล ใส่ใจ', en: 'Mrs. Bukkhon Saijai' }, about, { role: 'agency-admin', looksAfter: ['bma'] }),
  makePersona('ieat-people', 132, { th: 'นาย สรรหา คนดี', en: 'Mr. Sanha Khondee' }, about, { role: 'agency-admin', looksAfter: ['ieat'] }),
];

const agencies = new Set(officers.flatMap(({ offices }) => offices.map(({ code }) => code.slice(0, code.indexOf('-')))));
const others = [...agencies].filter((agency) => !own.some(({ looksAfter }) => looksAfter.includes(agency)));

/** Of every agency with officers in the sandbox somebody looks after them; one person does so for most. */
export const agencyAdministrators: readonly Persona[] = [
  ...own,
  makePersona('central-people', 133, { th: 'นางสาว รวมพล ทั่วถึง', en: 'Ms. Ruamphon Thuathueng' }, { th: 'ผู้ดูแลบุคลากรของหน่วยงานอื่นทั้งหมดในระบบทดลอง', en: 'Looks after the people of all the sandbox’s other agencies.' }, { role: 'agency-admin', looksAfter: others }),
  makePersona('diw-people', 134, { th: 'นาย กรมโรงงาน รอบรู้', en: 'Mr. Kromrongngan Robru' }, { th: 'ผู้ดูแลบุคลากรอีกคนของกรมโรงงานอุตสาหกรรม ยืนยันระบบของหน่วยงานที่อีกคนลงทะเบียน', en: 'A second person who looks after the people of the DIW: confirms what the other registered.' }, { role: 'agency-admin', looksAfter: ['diw'] }),
];
