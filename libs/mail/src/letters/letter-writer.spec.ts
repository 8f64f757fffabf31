import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { MailKeys } from '../mail-keys';
import { maskEmail } from '../mask-email';
import type { Letter } from './letter';
import { LetterWriter } from './letter-writer';

const addressId = '01939a3b-1111-7111-8111-111111111111';
const keys = new MailKeys('a secret of more than thirty-two letters, for a spec');
const tokenOfInvitation = (id: string): string => `token-of-${id}`;
const writer = new LetterWriter({ sender: { name: 'Anuyat', address: 'no-reply@anuyat.example' }, publicUrl: 'https://anuyat.example', keys, tokenOfInvitation });

function notice(title: { th: string; en: string }, language: 'th' | 'en' = 'th', more: object = {}): Letter {
  return {
    id: 'l', kind: 'notice', to: 'somchai@example.com', masked: 's•••i@e•••.com', language, addressId,
    notice: { id: '01939a3b-2222-7222-8222-222222222222', kind: 'issued', audience: 'applicant', title, at: new Date('2026-11-22T03:00:00Z'), caseId: 'c-1', caseNumber: 'C691122001', number: 'A-1', looksAfterPeople: false, ...more },
  };
}

/** As it goes over the line, and as a mail program reads it. */
async function sent(letter: Letter): Promise<{ raw: string; read: Email; header(name: string): string | undefined }> {
  const mail = writer.write(letter);
  if (!mail) throw new Error('It was not written.');
  const { from, to, subject, messageId, text, html, headers } = mail;
  const info = await createTransport({ streamTransport: true, buffer: true }).sendMail({ from, to: { name: '', address: to }, subject, messageId, text, html, headers, textEncoding: 'base64' });
  const raw = (info.message as Buffer).toString('latin1');
  const read = await PostalMime.parse(info.message as Buffer);
  return { raw, read, header: (name) => read.headers.find(({ key }) => key === name)?.value };
}

const title = { th: 'ออกเอกสารแล้ว: ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหารและสถานที่สะสมอาหาร', en: 'Issued: licence for a place that sells or stores food' };

describe.each(['th', 'en'] as const)('a notice’s letter (%s)', (language) => {
  it('says what it is about in the notice’s own words, with the number of the case and the way to it, as text and as HTML', async () => {
    const { read, raw } = await sent(notice(title, language));
    expect(read.subject).toBe(`${title[language]} (C691122001)`);
    for (const part of [read.text, read.html]) {
      for (const words of [title[language], 'C691122001', 'https://anuyat.example/my/cases/c-1', `https://anuyat.example/mail/stop/${keys.stopTokenOf(addressId)}`]) expect(part).toContain(words);
    }
    expect(read.html).toContain(`<html lang="${language}">`);
    expect(raw.split('\r\n').every((line) => line.length <= 998 && /^[\x20-\x7e\t]*$/.test(line))).toBe(true);
  });

  it('brings nothing from elsewhere: no picture, no script, no style sheet', async () => {
    const { read } = await sent(notice(title, language));
    expect(read.html).not.toMatch(/<(img|script|link|iframe|object|form)|url\(|@import|\son\w+=/i);
    expect([...(read.html ?? '').matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => new URL(link ?? '').origin)).toEqual(['https://anuyat.example', 'https://anuyat.example']);
  });
});

it('a letter has the headers by which mail programs know it again, answer nothing, and offer the way out with one click', async () => {
  const { read, header } = await sent(notice(title));
  expect(read).toMatchObject({ from: { name: 'Anuyat', address: 'no-reply@anuyat.example' }, to: [{ address: 'somchai@example.com' }], messageId: '<notice.01939a3b-2222-7222-8222-222222222222.111111111111@anuyat.example>' });
  expect(Number.isNaN(Date.parse(header('date') ?? ''))).toBe(false);
  expect(header('auto-submitted')).toBe('auto-generated');
  expect(header('list-unsubscribe')).toBe(`<https://anuyat.example/api/mail/stop/${keys.stopTokenOf(addressId)}>`);
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect((await sent(notice(title))).read.messageId).toBe(read.messageId);
});

it.each(['ร้าน\r\nBcc: victim@example.com', 'Shop\nContent-Type: text/html\n\n<script>', 'ร้าน\u2028Bcc: a@example.com', '\u0000\u0007\r', '<img src=x onerror=alert(1)> & "quotes"'])('nothing that people write becomes a header, a line of one, or markup: %j', async (words) => {
  const { read, header } = await sent(notice({ th: words, en: words }, 'th', { caseNumber: words }));
  expect(header('bcc')).toBeUndefined();
  expect(header('content-type')).toMatch(/^multipart\/alternative/);
  expect(read.to).toEqual([{ address: 'somchai@example.com', name: '' }]);
  expect(read.subject).not.toMatch(/[\r\n\u2028\u0000]/);
  expect(read.html).not.toMatch(/<(img|script)/);
});

it.each([['demand-waits', false, '/desk'], ['unsupervised-task', true, '/people'], ['unsupervised-task', false, '/admin']])('staff’s “%s” leads to where they read it, with the application’s number', async (kind, looksAfterPeople, page) => {
  const { read } = await sent(notice(title, 'en', { audience: 'staff', kind, looksAfterPeople }));
  expect(read.text).toContain(`https://anuyat.example${page}\n`);
  expect(read.subject).toContain('(A-1)');
});

it('a confirmation carries the code, the link with it, and no way to stop what has not begun', async () => {
  const { read, header } = await sent({ id: 'l', kind: 'confirmation', to: 'a@example.com', masked: 'a•••@e•••.com', language: 'en', addressId });
  const code = keys.codeOf(addressId);
  expect(read.text).toContain(`${code.slice(0, 4)} ${code.slice(4)}`);
  expect(read.text).toContain(`https://anuyat.example/mail/confirm/${addressId}?lang=en#${code}`);
  expect(header('list-unsubscribe')).toBeUndefined();
});

it('an invitation says in both languages where to accept; one whose link another secret made is not sent', async () => {
  const invitation = { id: 'i', name: 'มาลี มีสุข', agency: 'ieat', office: null, tokenHash: createHash('sha256').update('token-of-i').digest(), expiresAt: new Date('2026-12-06T03:00:00Z') };
  const letter: Letter = { id: 'l', kind: 'invitation', to: 'a@example.go.th', masked: 'a•••@e•••.th', invitation };
  const { read } = await sent(letter);
  expect(read.text?.match(/https:\/\/anuyat\.example\/account\/invitations\?token=token-of-i/g)).toHaveLength(2);
  expect(read.text).not.toContain('มาลี');
  expect(writer.write({ ...letter, invitation: { ...invitation, tokenHash: Buffer.alloc(32) } })).toBeUndefined();
});

describe('what proves that a letter came', () => {
  it('is of one address and one secret', () => {
    const other = new MailKeys('another secret of more than thirty-two letters');
    expect(keys.codeOf(addressId)).toMatch(/^\d{8}$/);
    expect([other.codeOf(addressId), keys.codeOf('01939a3b-1111-7111-8111-111111111112')]).not.toContain(keys.codeOf(addressId));
    expect(keys.isCodeOf(addressId, keys.codeOf(addressId))).toBe(true);
    expect(keys.addressOfStopToken(keys.stopTokenOf(addressId))).toBe(addressId);
    for (const wrong of ['', addressId, `${addressId}.`, other.stopTokenOf(addressId), `${keys.stopTokenOf(addressId)}x`, 'none']) expect(keys.addressOfStopToken(wrong)).toBeUndefined();
  });
});

it.each([['somchai@example.com', 's•••i@e•••.com'], ['ab@x.go.th', 'a•••@x•••.th'], ['a@b.c', 'a•••@b•••.c']])('%s is shown to others as %s', (address, masked) => expect(maskEmail(address)).toBe(masked));
