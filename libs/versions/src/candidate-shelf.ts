import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { PublishedBy } from '@anuyat/registrar';
import { definitionHash } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';

/** A version that waits to be published. It has been proved. */
export interface Candidate {
  code: string;
  version: number;
  sha256: string;
  definition: LicenceDefinition;
  origin: 'release' | 'upload';
  broughtBy: PublishedBy;
  broughtAt: Date;
}

const COLUMNS = `code, version, sha256, json AS definition, origin, brought_by AS "broughtBy", brought_at AS "broughtAt"`;

/** Proposals about what is there no more; a condition on them follows. */
const OVERTAKEN = `UPDATE version_proposal SET outcome = 'overtaken', decided_at = now() WHERE outcome IS NULL`;

/** What waits, of one licence type or of all; the newest first. */
export function readCandidates(source: DataSource | EntityManager, code?: string): Promise<Candidate[]> {
  return source.query(`SELECT ${COLUMNS} FROM definition_candidate WHERE $1::text IS NULL OR code = $1 ORDER BY code, version DESC`, [code ?? null]);
}

export async function findCandidate(source: DataSource | EntityManager, code: string, version: number): Promise<Candidate | undefined> {
  const [found]: Candidate[] = await source.query(`SELECT ${COLUMNS} FROM definition_candidate WHERE code = $1 AND version = $2`, [code, version]);
  return found;
}

/** Puts a proved definition on the shelf; the same number with another content takes its place, for nobody relies on it yet. */
export async function keepCandidate(
  tx: DataSource | EntityManager,
  definition: LicenceDefinition,
  { origin, by, proof: { states, transitions } }: { origin: Candidate['origin']; by: PublishedBy; proof: { states: number; transitions: number } },
): Promise<void> {
  const sha256 = definitionHash(definition);
  await tx.query(
    `WITH overtaken AS (${OVERTAKEN} AND code = $1 AND version = $2 AND sha256 <> $3)
     INSERT INTO definition_candidate (code, version, sha256, json, origin, brought_by, proof) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (code, version) DO UPDATE
        SET sha256 = excluded.sha256, json = excluded.json, origin = excluded.origin, brought_by = excluded.brought_by, brought_at = now(), proof = excluded.proof
      WHERE definition_candidate.sha256 <> excluded.sha256`,
    [definition.code, definition.version, sha256, JSON.stringify(definition), origin, JSON.stringify(by), JSON.stringify({ states, transitions })],
  );
}

export async function dropCandidate(tx: EntityManager, code: string, version: number): Promise<void> {
  await tx.query(`WITH overtaken AS (${OVERTAKEN} AND kind = 'publication' AND code = $1 AND version <= $2) DELETE FROM definition_candidate WHERE code = $1 AND version <= $2`, [code, version]);
}

/** Takes one off the shelf, with what was proposed about it. @returns whether it was there. */
export async function removeCandidate(source: DataSource, code: string, version: number): Promise<boolean> {
  const gone: unknown[] = await source.query(
    `WITH gone AS (DELETE FROM definition_candidate WHERE code = $1 AND version = $2 RETURNING 1),
     overtaken AS (${OVERTAKEN} AND code = $1 AND version = $2 AND EXISTS (SELECT FROM gone)) SELECT 1 FROM gone`,
    [code, version],
  );
  return gone.length > 0;
}
