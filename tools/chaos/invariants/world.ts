import type { DefinitionLibrary, GovernmentCalendar } from '@anuyat/registrar';
import type { Contents } from '@anuyat/documents';
import type { DataSource } from 'typeorm';
import type { JobsLeft } from '../faults/meddler';
import type { Journal } from '../load/journal';
import type { BroughtForward } from '../load/time-passes';

/** A line of the bank's own book. */
export interface BankLine {
  transactionId: string;
  ref1: string;
  /** Baht with two decimals. */
  amount: string;
}

/** A letter that lies in a mailbox. */
export interface LetterThere {
  to: string;
  messageId: string;
}

/** Everything that the invariants are checked against, when all has settled. */
export interface World {
  source: DataSource;
  library: DefinitionLibrary;
  calendar: GovernmentCalendar;
  contents: Contents;
  journal: Journal;
  bank: readonly BankLine[];
  /** What the mail server accepted. */
  mailboxes: readonly LetterThere[];
  broughtForward: readonly BroughtForward[];
  /** Jobs that are left in the queues, but for bells. */
  jobsLeft: JobsLeft;
}

/** What a check looked at, and the stories of what was broken. */
export interface Found {
  checked: string;
  breaches: string[];
}

/** Something that has to hold, whatever happened. */
export interface Invariant {
  id: string;
  title: string;
  check(world: World): Promise<Found>;
}

/** Rows of one statement. */
export function rowsOf<T>({ source }: Pick<World, 'source'>, sql: string, values: unknown[] = []): Promise<T[]> {
  return source.query(sql, values);
}

/** How many there are. */
export async function countOf(world: Pick<World, 'source'>, sql: string, values: unknown[] = []): Promise<number> {
  const [row] = await rowsOf<{ n: string }>(world, sql, values);
  return Number(row?.n ?? 0);
}
