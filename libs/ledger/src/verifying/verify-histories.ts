import { APPLICATION, CHAIN_START, historyDigest, lineHash, type LineContent } from '@anuyat/ledger-proof';
import { canonicalJson, statusOf, type StoredState } from '@anuyat/licence-kit';
import type { EntityManager } from 'typeorm';
import { asMilliseconds, type StoredLine } from '../reading/history-lines';
import type { FaultList } from './ledger-fault';

interface Head {
  id: string;
  revision: number;
  state: StoredState;
  status: string;
  lastHash: string;
  /** What was entered of it, by revision. */
  sealed: { revision: number; digest: string }[];
}

const PAGE = 200;

const HEADS = `
  SELECT a.id, a.revision, a.state, a.status, encode(a.last_hash, 'hex') AS "lastHash",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('revision', e.revision, 'digest', encode(e.digest, 'hex')) ORDER BY e.revision), '[]')
            FROM ledger_entry e WHERE e.kind = '${APPLICATION}' AND e.subject = a.id::text) AS sealed
    FROM application a WHERE a.id > $1 ORDER BY a.id LIMIT $2`;

const LINES = `
  SELECT application_id AS "applicationId", revision, type, data, actor, ${asMilliseconds('at')} AS at, rulings, state, effects, encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash
    FROM history WHERE application_id = ANY($1) ORDER BY application_id, revision`;

const LOST = `SELECT DISTINCT e.subject FROM ledger_entry e WHERE e.kind = '${APPLICATION}' AND NOT EXISTS (SELECT FROM application a WHERE a.id::text = e.subject)`;

export interface VerifiedHistories {
  histories: number;
  lines: number;
  pendingLines: number;
}

/** Checks the chain of every history, its snapshot against its last line, and everything that was entered of it. */
export async function verifyHistories(tx: EntityManager, faults: FaultList): Promise<VerifiedHistories> {
  const counts: VerifiedHistories = { histories: 0, lines: 0, pendingLines: 0 };
  let heads: Head[] = await tx.query(HEADS, ['00000000-0000-0000-0000-000000000000', PAGE]);
  while (heads.length > 0) {
    const lines: StoredLine[] = await tx.query(LINES, [heads.map(({ id }) => id)]);
    const linesOf = Map.groupBy(lines, ({ applicationId }) => applicationId);
    for (const head of heads) {
      const own = linesOf.get(head.id) ?? [];
      counts.histories += 1;
      counts.lines += own.length;
      counts.pendingLines += own.length - (head.sealed.at(-1)?.revision ?? 0);
      verifyHistory(head, own, faults);
    }
    heads = heads.length < PAGE ? [] : await tx.query(HEADS, [heads.at(-1)?.id, PAGE]);
  }
  const lost: { subject: string }[] = await tx.query(LOST);
  for (const { subject } of lost) faults.add('lost-history', subject);
  return counts;
}

function verifyHistory(head: Head, lines: readonly StoredLine[], faults: FaultList): void {
  let previous = CHAIN_START;
  for (const [at, line] of lines.entries()) {
    const where = `${head.id} #${at + 1}`;
    if (line.revision !== at + 1) return faults.add('missing-line', where);
    if (line.previousHash !== previous) return faults.add('broken-chain', where);
    if (lineHash(previous, head.id, line.revision, contentOf(line)) !== line.hash) return faults.add('changed-line', where);
    previous = line.hash;
  }
  verifySnapshot(head, lines, previous, faults);
  for (const { revision, digest } of head.sealed) {
    const hashes = lines.slice(0, revision).map(({ hash }) => hash);
    if (hashes.length !== revision) return faults.add('cut-tail', `${head.id} #${revision}`);
    if (historyDigest(hashes) !== digest) return faults.add('changed-history', `${head.id} #${revision}`);
  }
}

function verifySnapshot(head: Head, lines: readonly StoredLine[], lastHash: string, faults: FaultList): void {
  const last = lines.at(-1);
  if (!last || head.revision !== lines.length || head.lastHash !== lastHash) return faults.add('cut-tail', `${head.id} #${lines.length}`);
  const isSame = canonicalJson(head.state) === canonicalJson(last.state) && head.status === statusOf(head.state.value);
  if (!isSame) faults.add('other-snapshot', `${head.id} #${lines.length}`);
}

function contentOf({ type, data, actor, at, rulings, state, effects }: StoredLine): LineContent {
  return { type, data, actor, at, rulings, state, effects };
}
