import { Refusal, type MoveApplications, type MoveOutcome, type PersonActor, type ProposalKind, type ProposalState, type VersionProposal, type VersionProposals } from '@anuyat/contract';
import { inForce } from '@anuyat/database';
import { actorRecord, definitionHash, type PublishedBy } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { nameOf } from '../actor-name';

/** What a proposal is about, beside the version itself. */
export type ProposalContent = { effectiveFrom: string | null } | MoveApplications;

/** A proposal as the book keeps it. */
export interface WrittenProposal {
  id: string;
  kind: ProposalKind;
  code: string;
  version: number;
  sha256: string;
  content: Partial<MoveApplications> & { effectiveFrom?: string | null };
  digest: string;
  proposedBy: string;
  proposer: PublishedBy & { accountId: string; name: { th: string; en: string } };
  proposedAt: Date;
  outcome: Exclude<ProposalState, 'open'> | null;
  decider: PublishedBy | null;
  decidedAt: Date | null;
  reason: string | null;
  moved: MoveOutcome[] | null;
}

/** How a proposal comes to its end. */
export interface Decision {
  outcome: 'confirmed' | 'declined' | 'taken-back';
  by: PersonActor;
  reason?: string;
}

const COLUMNS = `id, kind, code, version, sha256, content, digest, proposed_by AS "proposedBy", proposer, proposed_at AS "proposedAt", outcome, decider, decided_at AS "decidedAt", reason, moved`;
const OTHERS = `SELECT count(DISTINCT r.account_id)::int AS others FROM account_role r JOIN account a ON a.id = r.account_id AND a.closed_at IS NULL WHERE r.role = 'admin' AND ${inForce('r')} AND r.account_id <> $1`;

/** What administrators proposed about versions, and who decided it. Nothing decided is ever changed. */
export class ProposalBook {
  constructor(private readonly source: DataSource) {}

  /** All that was proposed about a version, as an administrator sees it. */
  async read({ accountId }: Pick<PersonActor, 'accountId'>, code: string, version: number): Promise<VersionProposals> {
    const [{ others }]: [{ others: number }] = await this.source.query(OTHERS, [accountId]);
    const written: WrittenProposal[] = await this.source.query(`SELECT ${COLUMNS} FROM version_proposal WHERE code = $1 AND version = $2 ORDER BY proposed_at DESC, id LIMIT 200`, [code, version]);
    return { code, version, others, proposals: written.map((proposal) => viewOf(proposal, accountId)) };
  }

  /** @throws Refusal `already-proposed` where one of the kind is open. */
  async write(actor: PersonActor, { kind, code, version, sha256 }: Pick<WrittenProposal, 'kind' | 'code' | 'version' | 'sha256'>, content: ProposalContent): Promise<void> {
    const digest = definitionHash({ kind, code, version, sha256, content });
    const record = actorRecord(actor);
    const written: unknown[] = await this.source.query(
      `INSERT INTO version_proposal (kind, code, version, sha256, content, digest, proposed_by, proposer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (code, version, kind) WHERE outcome IS NULL DO NOTHING RETURNING id`,
      [kind, code, version, sha256, JSON.stringify(content), digest, record['accountId'], JSON.stringify(record)],
    );
    if (written.length === 0) throw new Refusal('already-proposed');
  }

  /** @throws Refusal `not-found`; `proposal-decided` where it is not open any more. */
  async getOpen(code: string, version: number, id: string): Promise<WrittenProposal> {
    const [found]: WrittenProposal[] = await this.source.query(`SELECT ${COLUMNS} FROM version_proposal WHERE id = $1 AND code = $2 AND version = $3`, [id, code, version]);
    if (!found) throw new Refusal('not-found');
    if (found.outcome !== null) throw new Refusal('proposal-decided');
    return found;
  }

  /** @throws Refusal `proposal-decided` where somebody was faster. */
  async decide(tx: EntityManager | DataSource, id: string, { outcome, by, reason }: Decision): Promise<void> {
    const record = actorRecord(by);
    const decided: unknown[] = await tx.query(
      `WITH decided AS (UPDATE version_proposal SET outcome = $2, decided_by = $3, decider = $4, decided_at = now(), reason = $5 WHERE id = $1 AND outcome IS NULL RETURNING 1) SELECT 1 FROM decided`,
      [id, outcome, record['accountId'], JSON.stringify(record), reason ?? null],
    );
    if (decided.length === 0) throw new Refusal('proposal-decided');
  }

  /** What became of each application of a confirmed move. */
  async noteMoved(id: string, moved: readonly MoveOutcome[]): Promise<void> {
    await this.source.query(`UPDATE version_proposal SET moved = $2 WHERE id = $1`, [id, JSON.stringify(moved)]);
  }
}

function viewOf({ id, kind, digest, sha256, content, outcome, proposedBy, proposer, proposedAt, decider, decidedAt, reason, moved }: WrittenProposal, accountId: string): VersionProposal {
  return {
    id, kind, digest, sha256,
    effectiveFrom: content.effectiveFrom ?? null,
    applications: content.applications?.length ?? 0,
    note: content.note ?? null,
    state: outcome ?? 'open',
    proposedBy: nameOf(proposer), proposedAt: proposedAt.toISOString(), isOwn: proposedBy === accountId,
    decidedBy: decider && nameOf(decider), decidedAt: decidedAt?.toISOString() ?? null,
    reason, outcomes: moved,
  };
}
