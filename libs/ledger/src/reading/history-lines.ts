/** SQL of a moment as hashes and signatures have it: with milliseconds. Finer digits, which none has, are kept, so that they show. */
export function asMilliseconds(column: 'at' | 'signed_at'): string {
  return `regexp_replace(to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z$', 'Z')`;
}

/** A line of a history as it is stored, its hashes in hexadecimal digits. */
export interface StoredLine {
  applicationId: string;
  revision: number;
  type: string;
  data: Record<string, unknown>;
  actor: Record<string, unknown>;
  at: string;
  rulings: unknown;
  state: unknown;
  effects: unknown;
  previousHash: string;
  hash: string;
}
