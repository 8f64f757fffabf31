import type { CaseLedgerView } from '@anuyat/contract';
import { APPLICATION, fileDigest, HISTORY_FORMAT, keyText, proveInclusion, recordDigest, rootKey, toHex, type ExportedHistory, type ExportedLine, type ExportedRecord, type HistoryExport, type Place, type Subtrees } from '@anuyat/ledger-proof';
import { actOf, canonicalJson, type LicenceDefinition } from '@anuyat/licence-kit';
import { isForOffice, type DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { recordKinds } from '../record-kinds';
import { recordsOfCase, type RecordRow } from '../record-queries';
import { storedSubtrees } from '../stored-tree';
import { asMilliseconds, type StoredLine } from './history-lines';

interface Filed {
  id: string;
  code: string;
  version: number;
  /** The newest entry under the root. */
  revision: number | null;
  position: number | null;
}

interface Newest {
  number: number;
  size: number;
  root: Buffer;
  key_id: string;
  note: string;
  signed_at: Date;
}

/** The lives of licences that went to another holder are no longer the applicant's. */
const FILED = `
  SELECT a.id, a.code, a.version, e.revision, e.position::float8 AS position
    FROM application a JOIN case_file c ON c.id = a.case_id
    LEFT JOIN LATERAL (SELECT revision, position FROM ledger_entry WHERE kind = '${APPLICATION}' AND subject = a.id::text AND position < $2 ORDER BY revision DESC LIMIT 1) e ON true
   WHERE a.case_id = $1 AND a.account_id = c.account_id ORDER BY a.id`;

const LINES = `
  SELECT application_id AS "applicationId", revision, type, data, actor, ${asMilliseconds('at')} AS at, rulings, state, effects, encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash
    FROM history WHERE application_id = ANY($1) ORDER BY application_id, revision`;

const NEWEST = `SELECT number, size::float8 AS size, root, key_id, note, signed_at FROM ledger_root ORDER BY number DESC LIMIT 1`;
const KEYS = `SELECT name, public_key FROM ledger_key ORDER BY since`;

/** The history of a case as its applicant may take it away, with the proofs that it is the one in the ledger. */
export class CaseHistory {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {}

  /** Canonical JSON. The caller has checked that the case is the reader's own. */
  export(caseId: string): Promise<string> {
    return this.source.transaction('REPEATABLE READ', async (tx) => canonicalJson(await this.read(tx, caseId)));
  }

  /** How much of it is under a root. The caller has checked that the case is the reader's own. */
  standing(caseId: string): Promise<CaseLedgerView> {
    return this.source.transaction('REPEATABLE READ', async (tx) => {
      const root = await newestRoot(tx);
      const filed: Filed[] = await tx.query(FILED, [caseId, root?.size ?? 0]);
      const lines = (await linesOf(tx, filed)).length;
      const records = await recordsOf(tx, caseId, root?.size ?? 0);
      return {
        lines,
        pendingLines: lines - filed.reduce((sum, { revision }) => sum + (revision ?? 0), 0),
        records: records.length,
        pendingRecords: records.filter(({ position }) => position === null).length,
        root: root ? { number: root.number, size: root.size, root: root.root.toString('hex'), signedAt: root.signed_at.toISOString(), keyId: root.key_id } : null,
      };
    });
  }

  private async read(tx: EntityManager, caseId: string): Promise<HistoryExport> {
    const root = await newestRoot(tx);
    const size = root?.size ?? 0;
    const subtrees = remembered(storedSubtrees(tx));
    const placeAt = async (position: number): Promise<Place> => ({ position, path: (await proveInclusion(subtrees, position, size)).map(toHex) });
    const filed: Filed[] = await tx.query(FILED, [caseId, size]);
    const byId = Map.groupBy(await linesOf(tx, filed), ({ applicationId }) => applicationId);
    const applications: ExportedHistory[] = [];
    for (const { id, code, version, revision, position } of filed) {
      const sealed = revision === null || position === null ? null : { revision, ...(await placeAt(position)) };
      applications.push({ id, lines: told(byId.get(id) ?? [], this.library.getLicence(code, version)), sealed });
    }
    const records: ExportedRecord[] = [];
    for (const { position, ...record } of await recordsOf(tx, caseId, size)) records.push({ ...record, sealed: position === null ? null : await placeAt(position) });
    const keys: { name: string; public_key: Buffer }[] = await tx.query(KEYS);
    const file = { format: HISTORY_FORMAT, root: root?.note ?? null, keys: keys.map(({ name, public_key }) => keyText(rootKey(name, new Uint8Array(public_key)))), applications, records } as const;
    return { ...file, digest: fileDigest(file) };
  }
}

async function newestRoot(tx: EntityManager): Promise<Newest | undefined> {
  const [root]: Newest[] = await tx.query(NEWEST);
  return root;
}

function linesOf(tx: EntityManager, filed: readonly Filed[]): Promise<StoredLine[]> {
  return tx.query(LINES, [filed.map(({ id }) => id)]);
}

async function recordsOf(tx: EntityManager, caseId: string, size: number): Promise<(Omit<ExportedRecord, 'sealed'> & { position: number | null })[]> {
  await tx.query(`SET LOCAL TIME ZONE 'UTC'`);
  const found: (Omit<ExportedRecord, 'sealed'> & { position: number | null })[] = [];
  for (const kind of recordKinds) {
    if (!kind.ofCase) continue;
    const rows: (RecordRow & { position: number | null })[] = await tx.query(recordsOfCase(kind), [kind.columns, caseId]);
    for (const { subject, content, position, removed } of rows) found.push({ kind: kind.kind, subject, content: removed ? null : content, digest: removed ?? recordDigest(kind.kind, subject, content), position: position !== null && position < size ? position : null });
  }
  return found;
}

/** Lines of the office's own keep their place and their hash; their content follows once the notice has told it. */
function told(lines: readonly StoredLine[], definition: LicenceDefinition): ExportedLine[] {
  return lines.map((line) => {
    const { revision, hash, type, data, actor, at, rulings, state, effects } = line;
    const isHeldBack = isForOffice(line, definition) && !lines.some((later) => later.revision > revision && tells(later.type, type));
    return { revision, hash, content: isHeldBack ? null : { type, data, actor, at, rulings, state, effects } };
  });
}

/** Whether an event of the lane tells what another of it found. */
function tells(later: string, found: string): boolean {
  return actOf(later) === 'told' && later.slice(0, later.lastIndexOf('.')) === found.slice(0, found.lastIndexOf('.')) && actOf(found) !== 'conflictDeclared';
}

/** Proofs of one tree share most of their way. */
function remembered(subtrees: Subtrees): Subtrees {
  const known = new Map<string, Promise<Uint8Array>>();
  return (level, index) => {
    const place = `${level}/${index}`;
    const hash = known.get(place) ?? subtrees(level, index);
    known.set(place, hash);
    return hash;
  };
}
