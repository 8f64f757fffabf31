import { createHash } from 'node:crypto';
import type { MailLanguage } from '@anuyat/contract';
import { formatInstant } from '@anuyat/dictionary';
import { getAgency, getOffice } from '@anuyat/dictionary/reference';
import type { MailKeys } from '../mail-keys';
import { htmlOfParts, textOfParts, type LetterPart } from './letter-body';
import type { Letter, OpenInvitation, ToldNotice } from './letter';
import { letterWords as words } from './letter-words';

/** Whom letters come from, and where their links lead. */
export interface MailHouse {
  sender: { name: string; address: string };
  publicUrl: string;
  keys: MailKeys;
  /** The one-time token of an invitation, which its link carries. */
  tokenOfInvitation(invitationId: string): string;
}

/** A letter as it is handed to a mail server. */
export interface Mail {
  from: { name: string; address: string };
  to: string;
  subject: string;
  /** The same for the same letter, however often it is sent, so that a mailbox knows it again. */
  messageId: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  language: MailLanguage;
}

const LONGEST_SUBJECT = 180;

/** Writes letters: what they are about and where to read it, and nothing that the open network should not see. */
export class LetterWriter {
  constructor(private readonly house: MailHouse) {}

  /** @returns undefined for an invitation whose link was made with another secret. */
  write(letter: Letter): Mail | undefined {
    switch (letter.kind) {
      case 'notice':
        return this.envelope(letter, `notice.${letter.notice.id}.${letter.addressId.slice(-12)}`, subjectOf(letter.notice, letter.language), [this.noticePart(letter.notice, letter)], letter.addressId);
      case 'confirmation':
        return this.envelope(letter, `confirmation.${letter.addressId}`, words.confirmTitle[letter.language], [this.confirmationPart(letter)]);
      case 'invitation': {
        const token = this.house.tokenOfInvitation(letter.invitation.id);
        if (!createHash('sha256').update(token).digest().equals(letter.invitation.tokenHash)) return undefined;
        const parts = (['th', 'en'] as const).map((language) => this.invitationPart(letter.invitation, token, language));
        return this.envelope({ ...letter, language: 'th' }, `invitation.${letter.invitation.id}`, `${words.invitedTitle.th} · ${words.invitedTitle.en}`, parts);
      }
    }
  }

  private envelope({ to, language }: { to: string; language: MailLanguage }, id: string, subject: string, parts: LetterPart[], stops?: string): Mail {
    const { sender, publicUrl, keys } = this.house;
    const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
    return {
      from: { name: onOneLine(sender.name), address: sender.address },
      to, language,
      subject: onOneLine(subject).slice(0, LONGEST_SUBJECT),
      messageId: `<${id}@${domain}>`,
      text: textOfParts(parts),
      html: htmlOfParts(parts),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': language,
        ...(stops ? { 'List-Unsubscribe': `<${publicUrl}/api/mail/stop/${keys.stopTokenOf(stops)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
      },
    };
  }

  private noticePart(notice: ToldNotice, { language, addressId }: { language: MailLanguage; addressId: string }): LetterPart {
    const { publicUrl, keys } = this.house;
    const number = notice.audience === 'staff' ? { name: words.applicationNumber[language], value: notice.number } : { name: words.caseNumber[language], value: notice.caseNumber };
    return {
      language,
      title: onOneLine(notice.title[language]),
      facts: [...(number.value ? [{ name: number.name, value: number.value }] : []), { name: words.at[language], value: formatInstant(notice.at.toISOString(), language) }],
      act: { words: words.open[language], link: `${publicUrl}${pageOf(notice)}` },
      remarks: [words.noDetails[language], words.neverAsks[language]],
      stop: { words: words.stop[language], link: `${publicUrl}/mail/stop/${keys.stopTokenOf(addressId)}?lang=${language}` },
      sender: words.portal[language],
    };
  }

  private confirmationPart({ language, addressId }: { language: MailLanguage; addressId: string }): LetterPart {
    const code = this.house.keys.codeOf(addressId);
    return {
      language,
      title: words.confirmTitle[language],
      lead: words.confirmLead[language],
      facts: [{ name: words.code[language], value: `${code.slice(0, 4)} ${code.slice(4)}` }],
      act: { words: words.confirmLink[language], link: `${this.house.publicUrl}/mail/confirm/${addressId}?lang=${language}#${code}` },
      remarks: [words.confirmOver[language], words.neverAsks[language]],
      sender: words.portal[language],
    };
  }

  private invitationPart({ agency, office, expiresAt }: OpenInvitation, token: string, language: MailLanguage): LetterPart {
    const place = office === null ? { name: words.invitedAs[language], value: words.invitedLookAfter[language] } : { name: words.invitedOffice[language], value: getOffice(office).title[language] };
    return {
      language,
      title: words.invitedTitle[language],
      facts: [{ name: words.invitedAgency[language], value: getAgency(agency).title[language] }, place],
      act: { words: words.invitedLink[language], link: `${this.house.publicUrl}/account/invitations?token=${token}` },
      remarks: [`${words.invitedOver[language]} ${formatInstant(expiresAt.toISOString(), language)}`, words.neverAsks[language]],
      sender: words.portal[language],
    };
  }
}

function subjectOf({ title, audience, number, caseNumber }: ToldNotice, language: MailLanguage): string {
  const about = audience === 'staff' ? number : caseNumber;
  return about ? `${title[language]} (${about})` : title[language];
}

/** Where the notice is read in the portal. */
function pageOf({ audience, kind, caseId, looksAfterPeople }: ToldNotice): string {
  if (audience === 'applicant') return `/my/cases/${caseId}`;
  if (!kind.startsWith('unsupervised-')) return '/desk';
  return looksAfterPeople ? '/people' : '/admin';
}

/** Nothing that people write ends a header's line. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/ {2,}/g, ' ').trim();
}
