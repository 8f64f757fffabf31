import { formatInstant } from '@anuyat/dictionary';
import type { Text } from '@anuyat/licence-kit';
import type { ReceivedMail } from '../mail/mail-room';
import type { MailMood } from '../mail/mail-server';
import { Html, html } from './html';
import { both, page } from './page';

const moodWords: Record<MailMood, Text> = {
  works: { th: 'ทำงานปกติ', en: 'Works' },
  slow: { th: 'ช้า (แปดวินาทีต่อการเชื่อมต่อ)', en: 'Slow (eight seconds a connection)' },
  dead: { th: 'ล่ม (ปิดการเชื่อมต่อทันที)', en: 'Dead (hangs up at once)' },
  'refuses-for-now': { th: 'ยังไม่รับ (450)', en: 'Refuses for now (450)' },
  'refuses-for-good': { th: 'ไม่รับเลย (550)', en: 'Refuses for good (550)' },
};

/** Every message that the portal sent, newest first, and how the mail server is. */
export function mailboxPage(mails: readonly ReceivedMail[], { mood, to, total }: { mood: MailMood; to?: string; total: number }): string {
  return page(
    { th: 'กล่องจดหมายทดลอง', en: 'Sandbox mailbox' },
    html`<p>${both({ th: 'อีเมลทุกฉบับที่พอร์ทัลส่งถึงใครก็ตามจะมาอยู่ที่นี่ ไม่มีฉบับใดออกไปข้างนอก', en: 'Every e-mail that the portal sends to anybody arrives here. None of them leaves this machine.' })}</p>
${to ? html`<p>${both({ th: `เฉพาะถึง ${to}`, en: `Only to ${to}` })} <a href="/mail">${both({ th: 'ดูทั้งหมด', en: 'Show all' })}</a></p>` : html``}
<ul>
${mails.map(({ id, receivedAt, to: address, read }) => html`<li><a class="mail" href="/mail/${id}"><strong>${read.subject ?? '–'}</strong><span class="about">${address} · <time datetime="${receivedAt}">${formatInstant(receivedAt, 'th')}</time></span></a></li>
`)}</ul>
${mails.length === 0 ? html`<p>${both({ th: 'ยังไม่มีอีเมล', en: 'No e-mail has come yet.' })}</p>` : html``}
${total > mails.length ? html`<p>${both({ th: `แสดง ${mails.length} จาก ${total} ฉบับ`, en: `The newest ${mails.length} of ${total}` })}</p>` : html``}
<h2>${both({ th: 'เครื่องให้บริการอีเมลเป็นอย่างไร', en: 'How the mail server is' })}</h2>
<form method="post" action="/mail/mood">
<ul>
${(Object.keys(moodWords) as MailMood[]).map((each) => html`<li><button name="mood" value="${each}" aria-pressed="${String(each === mood)}">${both(moodWords[each])}${each === mood ? html`<span class="about">${both({ th: 'ตอนนี้', en: 'now' })}</span>` : html``}</button></li>
`)}</ul>
</form>
<p>${both({ th: 'ที่อยู่ที่ขึ้นต้นด้วย nobody จะถูกปฏิเสธเสมอ', en: 'Addresses that begin with “nobody” are always refused.' })}</p>`,
  );
}

/** One message: what a person reads, what a program reads, and the bytes. */
export function mailPage({ id, receivedAt, to, read }: ReceivedMail): string {
  const shown = ['from', 'to', 'subject', 'message-id', 'date', 'auto-submitted', 'list-unsubscribe', 'list-unsubscribe-post'];
  const headers = read.headers.filter(({ key }) => shown.includes(key));
  return page(
    { th: read.subject ?? 'อีเมล', en: `To ${to}, ${formatInstant(receivedAt, 'en')}` },
    html`<p><a href="/mail">${both({ th: 'กลับไปกล่องจดหมาย', en: 'Back to the mailbox' })}</a></p>
<pre class="letter">${linked(read.text ?? '')}</pre>
<p><a href="/mail/${id}/html">${both({ th: 'ดูแบบ HTML', en: 'As HTML' })}</a></p>
<h2>${both({ th: 'ส่วนหัว', en: 'Headers' })}</h2>
<dl class="headers">${headers.map(({ key, value }) => html`<div><dt>${key}</dt><dd>${value}</dd></div>
`)}</dl>
<p><a href="/mail/${id}/raw">${both({ th: 'ดูข้อมูลดิบ', en: 'Raw message' })}</a></p>`,
  );
}

/** The text with its addresses as links. */
function linked(text: string): Html {
  return new Html(text.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`).text).join(''));
}
