import { Refusal } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { settleOffices, type DefinitionLibrary, type Registrar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { findStanding } from './standing';

interface WaitingRow {
  id: string;
  code: string;
  version: number;
  case_id: string;
  account_id: string;
  acting_for: string | null;
  business_name: string | null;
  address: unknown;
}

/** In the order of their ids, so that two that start the same ones wait for each other instead of against each other. */
const WAITING = `
  SELECT w.id, w.code, w.version, w.case_id, w.account_id, c.acting_for, c.business_name, c.answers #> '{premises,address}' AS address
    FROM application w JOIN case_file c ON c.id = w.case_id
   WHERE w.status = 'waiting' AND w.account_id = $1 ORDER BY w.id`;

const FAILED = ['refused', 'returned', 'withdrawn'];
const ACTOR = { kind: 'portal', job: 'dispatcher' } as const;

/**
 * Starts applications when the licences that the law puts before them are there, and tells of those that will not come. Each ending of
 * an application looks once at all that wait for its applicant, after its own commit: of two that end together, the later one sees both.
 * However often it looks, one starts once.
 */
export class Dispatcher implements EffectProcessor {
  readonly effects = ['reviewOrder'] as const;

  constructor(
    private readonly library: DefinitionLibrary,
    private readonly registrar: Registrar,
  ) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const [ended]: { account_id: string; case_id: string; code: string; status: string }[] = await tx.query(
      `SELECT account_id, case_id, code, status FROM application WHERE id = $1`,
      [row.applicationId],
    );
    if (!ended) throw new Error(`There is no application ${row.applicationId}.`);
    for (const waiting of await waitingOf(tx, ended.account_id)) {
      const open = await this.startOrTell(tx, waiting);
      if (waiting.case_id !== ended.case_id || !open.includes(ended.code) || !FAILED.includes(ended.status)) continue;
      await this.send(tx, waiting, 'prerequisites.failed', { code: ended.code, outcome: ended.status }, `prerequisite-failed:${waiting.id}:${row.applicationId}:${row.revision}`);
    }
  }

  /**
   * Looks at everything that waits: a licence may have become valid in a way that ended no application.
   * @returns how many started.
   */
  async lookAgain(source: DataSource): Promise<number> {
    const accounts: { account_id: string }[] = await source.query(`SELECT DISTINCT account_id FROM application WHERE status = 'waiting'`);
    let started = 0;
    for (const { account_id } of accounts) {
      await source.transaction(async (tx) => {
        for (const waiting of await waitingOf(tx, account_id)) if ((await this.startOrTell(tx, waiting)).length === 0) started += 1;
      });
    }
    if (started > 0) this.registrar.wakeCourier();
    return started;
  }

  /** @returns what it still waits for. */
  private async startOrTell(tx: EntityManager, waiting: WaitingRow): Promise<string[]> {
    const { dependsOn } = this.library.getLicence(waiting.code, waiting.version);
    const asked: { code: string }[] = await tx.query(`SELECT code FROM application WHERE case_id = $1 AND id <> $2`, [waiting.case_id, waiting.id]);
    const before = dependsOn.filter((code) => asked.some((other) => other.code === code));
    const { account_id: accountId, case_id: caseId, acting_for: actingFor, business_name: businessName, address } = waiting;
    const standing = await findStanding(tx, { accountId, caseId, actingFor, businessName, address }, before, (code) => this.library.findNewestLicence(code)?.definition.kind);
    const open = before.filter((code) => !standing.has(code));
    if (open.length > 0) return open;
    if (await this.send(tx, waiting, 'prerequisites.met', { met: before }, `prerequisites-met:${waiting.id}`)) {
      await settleOffices(await clientOf(tx), this.library, waiting.id);
    }
    return open;
  }

  /** @returns false when it does not wait any more: it was withdrawn, or has started. */
  private async send(tx: EntityManager, { id }: WaitingRow, type: string, data: Record<string, unknown>, key: string): Promise<boolean> {
    try {
      await this.registrar.receiveWithin(await clientOf(tx), { applicationId: id, type, data, actor: ACTOR, key });
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'event-not-accepted') return false;
      throw error;
    }
  }
}

function waitingOf(tx: EntityManager, accountId: string): Promise<WaitingRow[]> {
  return tx.query(WAITING, [accountId]);
}
