import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { PeopleNoteView } from '@anuyat/contract';

/** What was done about somebody of an agency. */
export interface PeopleNote {
  agency: string;
  what: PeopleNoteView['what'];
  by: string;
  /** Account, where there is one already. */
  about?: string;
  /** The name; absent: the account's. */
  name?: string;
  office?: string | null;
  permissions?: readonly string[];
}

/** Writes down what was done, in the transaction that does it. */
export async function notePeople(client: PoolClient, { agency, what, by, about, name, office, permissions }: PeopleNote): Promise<void> {
  await client.query(
    `INSERT INTO people_note (id, agency, what, by_account, about_account, about_name, office, permissions)
     VALUES ($1, $2, $3, $4, $5, coalesce($6, (SELECT name_th FROM account WHERE id = $5), ''), $7, $8)`,
    [uuidv7(), agency, what, by, about ?? null, name ?? null, office ?? null, permissions ?? null],
  );
}
