import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';

const PAPER_KEY_BYTES = 15;

/** The secret that a paper's QR code carries; another for each paper. */
export function newPaperKey(): string {
  return randomBytes(PAPER_KEY_BYTES).toString('base64url');
}

/** What a new edition changes of a licence; what is not said stays. */
export interface Edition {
  why: 'renewed' | 'amended' | 'handed-over';
  /** The application whose event made it. */
  byApplication: string;
  on: string;
  accountId?: string;
  holder?: string;
  businessName?: string | null;
  place?: { th: string; en: string };
  period?: { from: string; until: string | null };
  version?: number;
  conditions?: unknown[];
}

/** Keeps what a licence says now as one of its editions. */
export const KEEP_EDITION = `
  INSERT INTO licence_edition (number, edition, why, by_application, account_id, holder, business_name, place_th, place_en, valid_from, valid_until, paper_key)
  SELECT number, edition, $2, $3, account_id, holder, business_name, place_th, place_en, valid_from, valid_until, paper_key FROM licence WHERE number = $1`;

const RENEW_ROW = `
  UPDATE licence
     SET edition = edition + 1, edition_on = $2, paper_key = $3, account_id = coalesce($4, account_id), holder = coalesce($5, holder),
         business_name = CASE WHEN $6 THEN $7 ELSE business_name END, place_th = coalesce($8, place_th), place_en = coalesce($9, place_en),
         valid_from = CASE WHEN $10 THEN $11::date ELSE valid_from END, valid_until = CASE WHEN $10 THEN $12::date ELSE valid_until END,
         version = coalesce($13, version), conditions = coalesce($14, conditions)
   WHERE number = $1 RETURNING edition`;

/** Makes a new edition of a licence: the same number, another paper. @returns the number of the edition. */
export async function makeEdition(tx: EntityManager, number: string, { why, byApplication, on, ...more }: Edition): Promise<number> {
  const [rows]: [{ edition: number }[], number] = await tx.query(RENEW_ROW, [
    number, on, newPaperKey(), more.accountId ?? null, more.holder ?? null, more.businessName !== undefined, more.businessName ?? null,
    more.place?.th ?? null, more.place?.en ?? null, more.period !== undefined, more.period?.from ?? null, more.period?.until ?? null,
    more.version ?? null, more.conditions ? JSON.stringify(more.conditions) : null,
  ]);
  const edition = rows[0]?.edition;
  if (edition === undefined) throw new Error(`There is no licence ${number}.`);
  await tx.query(KEEP_EDITION, [number, why, byApplication]);
  return edition;
}
