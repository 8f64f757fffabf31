import { Refusal, type MoveApplications, type PersonActor } from '@anuyat/contract';
import { actorRecord, type PublishedBy } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import type { Publisher } from '../publisher';
import type { Relocator } from '../relocator';
import type { ProposalBook, WrittenProposal } from './proposal-book';

/** Which proposal somebody decides: what they saw of it is the digest. */
export interface Seen {
  code: string;
  version: number;
  id: string;
  digest: string;
}

/** Lets a version hold, and running applications move to it, only where one administrator proposed it and another one confirmed the same. */
export class Countersigner {
  constructor(
    private readonly source: DataSource,
    private readonly book: ProposalBook,
    private readonly publisher: Pick<Publisher, 'assertPublishable' | 'publish'>,
    private readonly relocator: Pick<Relocator, 'assertInForce' | 'move'>,
  ) {}

  /** @throws Refusal `not-found`, `already-proposed`; `bad-request` for a moment that cannot be. */
  async proposePublication(actor: PersonActor, code: string, version: number, effectiveFrom?: Date): Promise<void> {
    const sha256 = await this.publisher.assertPublishable(code, version, effectiveFrom);
    await this.book.write(actor, { kind: 'publication', code, version, sha256 }, { effectiveFrom: effectiveFrom?.toISOString() ?? null });
  }

  /** @throws Refusal `not-found`, `already-proposed`; `bad-request` where the version is not in force. */
  async proposeMove(actor: PersonActor, code: string, version: number, { applications, note }: MoveApplications): Promise<void> {
    const sha256 = await this.relocator.assertInForce(code, version);
    const content = { applications: applications.map(({ id, revision }) => ({ id, revision })), ...(note ? { note } : {}) };
    await this.book.write(actor, { kind: 'move', code, version, sha256 }, content);
  }

  /**
   * Does what was proposed, with both names.
   * @throws Refusal `not-found`, `proposal-decided`, `same-administrator`; `proposal-changed` where it is not what was seen; and as {@link Publisher.publish}, {@link Relocator.move}.
   */
  async confirm(actor: PersonActor, seen: Seen): Promise<void> {
    const proposal = await this.getForAnother(actor, seen);
    if (proposal.kind === 'publication') return this.publish(actor, proposal);
    const { id, code, version, sha256, content: { applications = [], note }, proposer, digest } = proposal;
    if ((await this.relocator.assertInForce(code, version)) !== sha256) throw new Refusal('proposal-changed');
    await this.book.decide(this.source, id, { outcome: 'confirmed', by: actor });
    const moved = await this.relocator.move(actor, code, version, { applications, note }, { proposedBy: { accountId: proposer.accountId, name: proposer.name }, proposal: digest });
    await this.book.noteMoved(id, moved);
  }

  /** @throws Refusal as {@link confirm}. */
  async decline(actor: PersonActor, seen: Seen, reason: string): Promise<void> {
    const { id } = await this.getForAnother(actor, seen);
    await this.book.decide(this.source, id, { outcome: 'declined', by: actor, reason: reason.trim() });
  }

  /** Only who made it takes it back; another one declines it. @throws Refusal `not-found`, `proposal-decided`, `not-allowed`. */
  async takeBack(actor: PersonActor, { code, version, id }: Omit<Seen, 'digest'>): Promise<void> {
    const { proposedBy } = await this.book.getOpen(code, version, id);
    if (proposedBy !== personOf(actor)) throw new Refusal('not-allowed');
    await this.book.decide(this.source, id, { outcome: 'taken-back', by: actor });
  }

  private async getForAnother(actor: PersonActor, { code, version, id, digest }: Seen): Promise<WrittenProposal> {
    const proposal = await this.book.getOpen(code, version, id);
    if (proposal.proposedBy === personOf(actor)) throw new Refusal('same-administrator');
    if (proposal.digest !== digest) throw new Refusal('proposal-changed');
    return proposal;
  }

  private async publish(actor: PersonActor, { id, code, version, sha256, content: { effectiveFrom }, proposer, digest }: WrittenProposal): Promise<void> {
    const by: PublishedBy = { ...(actorRecord(actor) as unknown as PublishedBy), proposedBy: { accountId: proposer.accountId, name: proposer.name }, proposal: digest };
    await this.publisher.publish(by, { code, version, sha256, ...(effectiveFrom ? { effectiveFrom: new Date(effectiveFrom) } : {}) }, (tx) => this.book.decide(tx, id, { outcome: 'confirmed', by: actor }));
  }
}

/** The person at the keyboard, whoever they act for. */
function personOf({ accountId, agent }: PersonActor): string {
  return agent?.accountId ?? accountId;
}
