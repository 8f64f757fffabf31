import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom rows are read: what the policies of the tables ask. */
export interface Reader {
  /** Whose cases, licences and notices are their own; a company's while somebody acts for it. */
  accountId: string;
  /** Codes of offices. */
  offices: readonly string[];
  /** Codes of estates and zones; `*` is all of them. */
  territories: readonly string[];
  /** Juristic ids of companies that the person acts for. */
  companies: readonly string[];
}

/** The role that rows are read as for a person; it can only read, and its tables show what is the person's. */
export const READER_ROLE = 'anuyat_reader';

const readers = new AsyncLocalStorage<Reader | undefined>();

/** Whatever `work` asks of the database, however deep below, is read as `READER_ROLE` for this person, and nothing can be written. */
export function readFor<T>(reader: Reader, work: () => T): T {
  return readers.run(reader, work);
}

/** Whatever `work` asks of the database is done with the portal's own rights: what has to be written while somebody reads, and what is nobody's. */
export function asPortal<T>(work: () => T): T {
  return readers.run(undefined, work);
}

/** Undefined: the portal itself is at work. */
export function currentReader(): Reader | undefined {
  return readers.getStore();
}
