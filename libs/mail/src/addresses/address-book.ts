import { Refusal, type MailLanguage, type MailSettingsView } from '@anuyat/contract';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { MailKeys } from '../mail-keys';
import { maskEmail } from '../mask-email';

/** Minutes for which a code is good, and how often it may be typed wrong. */
const MINUTES = 30;
const MOST_WRONG = 5;
/** Confirmations that may be asked for: of one account, and to one address whoever asks, so that nobody's mailbox is filled by strangers. */
const OF_ACCOUNT = { many: 5, within: '1 hour' };
const TO_ADDRESS = { many: 3, within: '1 hour' };

const IN_USE = `confirmed_at IS NOT NULL AND stopped_at IS NULL`;
const ASKED = `confirmed_at IS NULL AND stopped_at IS NULL`;
const FORGOTTEN = `address = NULL, stopped_at = now()`;

const ROWS = `
  SELECT m.id, m.address, m.language, m.confirmed_at, m.failing_since, m.wrong_codes, m.asked_at + interval '${MINUTES} minutes' AS expires_at,
         m.asked_at + interval '${MINUTES} minutes' <= now() AS is_over, l.state, l.answer, l.answered_at, l.ended_at
    FROM mail_address m LEFT JOIN LATERAL (SELECT state, answer, answered_at, ended_at FROM letter WHERE address_id = m.id AND (answered_at IS NOT NULL OR m.confirmed_at IS NULL) ORDER BY coalesce(answered_at, created_at) DESC LIMIT 1) l ON true
   WHERE m.account_id = $1 AND m.stopped_at IS NULL`;

const OPEN = `SELECT id, account_id, masked, asked_at + interval '${MINUTES} minutes' <= now() OR wrong_codes >= ${MOST_WRONG} AS is_over FROM mail_address WHERE ${ASKED}`;
const ASKED_OF_ACCOUNT = `${OPEN} AND account_id = $1 FOR UPDATE`;
const ASKED_BY_ID = `${OPEN} AND id = $1 FOR UPDATE`;

interface Row {
  id: string;
  address: string;
  language: MailLanguage;
  confirmed_at: Date | null;
  failing_since: Date | null;
  wrong_codes: number;
  expires_at: Date;
  is_over: boolean;
  state: 'waiting' | 'sent' | 'refused' | 'given-up' | 'dropped' | null;
  answer: string | null;
  answered_at: Date | null;
}

/** Addresses to which people want their notices. Each is used after its owner typed the code, or followed the link, that was sent there. */
export class AddressBook {
  /** @param sender whom letters come from; undefined where this installation sends none. */
  constructor(
    private readonly keys: MailKeys,
    private readonly sender: string | undefined,
  ) {}

  async read(tx: EntityManager, accountId: string): Promise<MailSettingsView> {
    const rows: Row[] = await tx.query(ROWS, [accountId]);
    const current = rows.find(({ confirmed_at: at }) => at !== null);
    const asked = rows.find(({ confirmed_at: at }) => at === null);
    return {
      isAvailable: this.sender !== undefined,
      sender: this.sender ?? null,
      current: current ? { address: current.address, language: current.language, confirmedAt: (current.confirmed_at as Date).toISOString(), failingSince: current.failing_since?.toISOString() ?? null, trouble: troubleOf(current) } : null,
      asked: asked ? { address: asked.address, language: asked.language, expiresAt: asked.expires_at.toISOString(), triesLeft: asked.is_over ? 0 : Math.max(0, MOST_WRONG - asked.wrong_codes), trouble: troubleOf(asked) } : null,
    };
  }

  /** Sends a code to an address; one that was asked for before is over. @throws Refusal `mail-not-sent-here`, `mail-too-often`. */
  async ask(tx: EntityManager, accountId: string, address: string, language: MailLanguage): Promise<void> {
    if (this.sender === undefined) throw new Refusal('mail-not-sent-here');
    const mark = this.keys.markOf(address);
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('mail ' || lock, 0)) FROM unnest($1::text[]) AS lock ORDER BY lock`, [[accountId, mark.toString('hex')]]);
    const [{ own, there }]: [{ own: number; there: number }] = await tx.query(
      `SELECT (SELECT count(*)::int FROM mail_address WHERE account_id = $1 AND asked_at > now() - $3::interval) AS own, (SELECT count(*)::int FROM mail_address WHERE mark = $2 AND asked_at > now() - $4::interval) AS there`,
      [accountId, mark, OF_ACCOUNT.within, TO_ADDRESS.within],
    );
    if (own >= OF_ACCOUNT.many || there >= TO_ADDRESS.many) throw new Refusal('mail-too-often');
    await this.stopAsked(tx, accountId);
    const id = uuidv7();
    await tx.query(`INSERT INTO mail_address (id, account_id, address, masked, mark, language) VALUES ($1, $2, $3, $4, $5, $6)`, [id, accountId, address, maskEmail(address), mark, language]);
    await tx.query(`INSERT INTO letter (kind, address_id) VALUES ('confirmation', $1)`, [id]);
  }

  /**
   * The code was typed on the account's page, or the link was followed, in whichever browser. A wrong code is counted, so the caller commits
   * before it refuses.
   * @returns the address, or why not.
   */
  async confirm(tx: EntityManager, by: { accountId: string } | { addressId: string }, code: string): Promise<{ masked: string } | 'mail-code-wrong' | 'mail-code-over'> {
    const [found]: { id: string; account_id: string; masked: string; is_over: boolean }[] = await ('accountId' in by ? tx.query(ASKED_OF_ACCOUNT, [by.accountId]) : tx.query(ASKED_BY_ID, [by.addressId]));
    if (!found || found.is_over) return 'mail-code-over';
    if (!this.keys.isCodeOf(found.id, code)) {
      await tx.query(`UPDATE mail_address SET wrong_codes = wrong_codes + 1 WHERE id = $1`, [found.id]);
      return 'mail-code-wrong';
    }
    await tx.query(`UPDATE mail_address SET ${FORGOTTEN}, stopped_by = 'other-address' WHERE account_id = $1 AND ${IN_USE}`, [found.account_id]);
    await tx.query(`UPDATE mail_address SET confirmed_at = now() WHERE id = $1`, [found.id]);
    return { masked: found.masked };
  }

  /** In which language letters to whatever address there is are written from now on. */
  async speak(tx: EntityManager, accountId: string, language: MailLanguage): Promise<void> {
    await tx.query(`UPDATE mail_address SET language = $2 WHERE account_id = $1 AND stopped_at IS NULL`, [accountId, language]);
  }

  /** No more letters; the address is forgotten at once. */
  async stop(tx: EntityManager, accountId: string): Promise<void> {
    await this.stopAsked(tx, accountId);
    await tx.query(`UPDATE mail_address SET ${FORGOTTEN}, stopped_by = 'person' WHERE account_id = $1 AND ${IN_USE}`, [accountId]);
  }

  /** Only the code that was asked for last is withdrawn; letters go on to the address in use. */
  async stopAsked(tx: EntityManager, accountId: string): Promise<void> {
    await tx.query(`UPDATE mail_address SET ${FORGOTTEN}, stopped_by = 'other-address' WHERE account_id = $1 AND ${ASKED}`, [accountId]);
  }

  /** By the link that each letter carries, from any browser or mail program; a second time changes nothing. @throws Refusal `not-found`. */
  async stopByLink(tx: EntityManager, token: string): Promise<void> {
    const addressId = this.keys.addressOfStopToken(token);
    if (!addressId) throw new Refusal('not-found');
    await tx.query(`UPDATE mail_address SET ${FORGOTTEN}, stopped_by = 'link' WHERE id = $1 AND stopped_at IS NULL`, [addressId]);
  }
}

/** What the newest answer from the mail server says is wrong; null while letters arrive. */
function troubleOf({ state, answer, answered_at: at }: Row): { answer: string; at: string } | null {
  return at !== null && state !== 'sent' ? { answer: answer ?? '', at: at.toISOString() } : null;
}
