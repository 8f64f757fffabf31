import type { TaskSummary } from '@anuyat/contract';
import { moods, type BackOffice, type Mood } from '../agency-system/back-office';
import { html, type Html } from './html';
import { both, page } from './page';

const words: Record<Mood, { th: string; en: string }> = {
  off: { th: 'ปิด: เจ้าหน้าที่พิจารณาในพอร์ทัล', en: 'Off: people decide in the portal' },
  'by-hand': { th: 'ทำงานตามที่กดในหน้านี้', en: 'Works by hand, on this page' },
  'by-rule': { th: 'ทำงานเองทุกขั้นตอน', en: 'Works by itself: accepts, inspects, approves' },
  slow: { th: 'ตอบช้า (30 วินาที)', en: 'Slow: answers after 30 seconds' },
  dead: { th: 'ไม่ตอบ', en: 'Dead: hangs up' },
  error: { th: 'ตอบ 500', en: 'Answers 500' },
  half: { th: 'ตอบครึ่งเดียว', en: 'Half an answer' },
  lies: { th: 'โกหก: ส่งสิ่งที่ไม่ควรส่ง', en: 'Lies: sends what it should not' },
};

/** The back office as whoever runs the sandbox sees it. */
export function agencySystemPage({ mood, publicKey, secret, lines }: BackOffice, address: string, tasks: TaskSummary[] | string): string {
  const choice = (each: Mood): Html => html`<p><label><input type="radio" name="mood" value="${each}" ${each === mood ? html`checked` : html``}> ${both(words[each])}</label></p>`;
  const step = ({ id, number, businessName, laneTitle, stage }: TaskSummary): Html => html`<li><p>${number} · ${businessName} · ${laneTitle.th} · ${stage}</p><form method="post" action="/agency-system/steps"><input type="hidden" name="task" value="${id}"><button>${both({ th: 'ทำขั้นตอนต่อไป', en: 'Take the next step' })}</button></form></li>`;
  const known = typeof tasks === 'string' ? html`<p>${both({ th: `พอร์ทัลตอบว่า ${tasks}`, en: `The portal says ${tasks}` })}</p>` : tasks.length > 0 ? html`<ul>${tasks.map(step)}</ul>` : html`<p>${both({ th: 'ไม่มีงาน', en: 'No tasks' })}</p>`;
  return page(
    { th: 'ระบบงานของหน่วยงาน', en: 'An agency’s own system' },
    html`<p>${both({ th: 'ลงทะเบียนกุญแจและที่อยู่นี้ในหน้า “บุคลากรของหน่วยงาน › ระบบของหน่วยงาน” ของพอร์ทัล แล้วให้ผู้ดูแลอีกคนยืนยัน', en: 'Register this key and this address in the portal, on “People of my agency › Our own systems”, and have a second administrator confirm it.' })}</p>
<dl>
<div><dt>${both({ th: 'กุญแจสาธารณะ', en: 'Public key' })}</dt><dd><code>${JSON.stringify(publicKey)}</code></dd></div>
<div><dt>${both({ th: 'ที่อยู่สำหรับแจ้งเหตุ', en: 'Address for messages' })}</dt><dd><code>${address}</code></dd></div>
</dl>
<form method="post" action="/agency-system">
<p><label>${both({ th: 'รหัสลับที่พอร์ทัลแสดงเมื่อลงทะเบียน', en: 'The secret that the portal showed' })} <input name="secret" autocomplete="off" placeholder="${secret === '' ? 'whsec_…' : '••••••'}"></label></p>
${moods.map(choice)}
<button class="main">${both({ th: 'บันทึก', en: 'Save' })}</button>
</form>
<h2>${both({ th: 'งานที่รอ', en: 'Tasks that wait' })}</h2>
${known}
<h2>${both({ th: 'สิ่งที่เกิดขึ้น', en: 'What happened' })}</h2>
<ul>${lines.map(({ at, text }) => html`<li>${at.toISOString()} ${text}</li>`)}</ul>`,
  );
}
