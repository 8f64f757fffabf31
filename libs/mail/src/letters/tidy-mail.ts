import type { DataSource } from 'typeorm';

/** Addresses that nobody confirmed in a day are forgotten. */
const FORGET = `UPDATE mail_address SET address = NULL, stopped_at = now(), stopped_by = 'never-confirmed' WHERE confirmed_at IS NULL AND stopped_at IS NULL AND asked_at < now() - interval '1 day'`;
/** Codes and invitations are of no use to anybody a month later. Letters of notices go with their notice, by the rule for notices. */
const LETTERS = `DELETE FROM letter WHERE kind <> 'notice' AND ended_at < now() - interval '30 days'`;
const ADDRESSES = `DELETE FROM mail_address m WHERE m.stopped_at < now() - interval '30 days' AND NOT EXISTS (SELECT FROM letter WHERE address_id = m.id)`;
/** Where no mail server is configured any more, letters of before do not wait for ever. */
const GIVE_UP = `UPDATE letter SET state = 'given-up', ended_at = now() WHERE state = 'waiting' AND created_at < now() - interval '5 days'`;

/** Removes what is kept no longer; safe to run at any time. */
export async function tidyMail(source: DataSource): Promise<void> {
  for (const statement of [FORGET, GIVE_UP, LETTERS, ADDRESSES]) await source.query(statement);
}
