import { createHash } from 'node:crypto';
import { onClient } from '@anuyat/database';
import { Refusal } from '@anuyat/contract';
import { acceptedEvents, advance, canonicalJson, EventNotAccepted, type Advanced, type EventRule, type Facts, type LicenceDefinition } from '@anuyat/licence-kit';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { actorRecord, keyHolder } from './actor-record';
import { takeAnswer } from './answering';
import { factsOf, type ApplicationRow, type HistoryEntry } from './application-row';
import { readApplication, readFacts, writeMove, type Move } from './application-store';
import { clockChanges } from './clock-changes';
import type { DefinitionLibrary } from './definition-library';
import { routeEffects } from './effect-routes';
import { checkEventData } from './event-data';
import type { GovernmentCalendar } from './government-calendar';
import { chainHash } from './history-chain';
import { ruleFor } from './permission';
import type { Received, Reception } from './reception';

/** Told after each commit that there is something to hand over; never awaited. */
export interface Wakeable {
  wake(): void;
}

const OPTIMISTIC_TRIES = 3;
const UNIQUE_VIOLATION = '23505';

/**
 * The one door: an application changes here and nowhere else.
 *
 * Two round trips for an event: read at a revision, compute the next state purely, write where the revision is still that one.
 * A lost race is tried again, and at last with the row locked. Effects go into the outbox with the same statement; nothing
 * outside happens before the commit.
 */
export class Registrar {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly calendar: GovernmentCalendar,
    private readonly courier: Wakeable,
  ) {}

  /** @throws Refusal with the code that says why the event is not taken. */
  async receive(reception: Reception): Promise<Received> {
    const rule = await onClient(this.source, async (client) => {
      for (let attempt = 1; attempt <= OPTIMISTIC_TRIES; attempt++) {
        const outcome = await this.attempt(client, reception, { isLocked: false });
        if (outcome !== 'lost-race') return outcome;
      }
      return 'lost-race' as const;
    });
    if (rule !== 'lost-race' && rule !== 'needs-transaction') return this.handOver(rule);
    const received = await this.source.transaction((tx) => {
      const runner = tx.queryRunner;
      if (!runner) throw new Error('A transaction without a connection.');
      return runner.connect().then((client: PoolClient) => this.receiveWithin(client, reception));
    });
    return this.handOver(received);
  }

  /** The same as part of a larger transaction of the caller's, who wakes the courier after the commit. */
  async receiveWithin(client: PoolClient, reception: Reception): Promise<Received> {
    const outcome = await this.attempt(client, reception, { isLocked: true });
    if (outcome === 'lost-race' || outcome === 'needs-transaction') throw new Error('A locked application cannot be moved by others.');
    return outcome;
  }

  /** Tells the courier that something was committed. */
  wakeCourier(): void {
    this.courier.wake();
  }

  private handOver(received: Received): Received {
    this.courier.wake();
    return received;
  }

  private async attempt(client: PoolClient, reception: Reception, { isLocked }: { isLocked: boolean }): Promise<Received | 'lost-race' | 'needs-transaction'> {
    const { actor, type, key } = reception;
    const holder = keyHolder(actor);
    const application = await readApplication(client, reception.applicationId, holder, key, isLocked);
    if (!application) throw new Refusal('not-found');
    const requestHash = hashOf(reception);
    if (application.kept) return replyKept(application.kept, requestHash);

    const definition = this.library.getLicence(application.code, application.version);
    const rule = ruleFor(actor, type, definition, application, () => acceptedEvents(definition, application.state));
    if (reception.revision !== undefined && reception.revision !== application.revision) throw await staleRevision(client, reception, application);
    checkEventData(definition, type, rule, reception.data ?? {});
    if (rule.carriesAnswers && !isLocked) return 'needs-transaction';

    const { advanced, data } = await this.decide(client, application, definition, rule, reception);
    const move = this.moveOf(application, reception, advanced, data, requestHash);
    try {
      return (await writeMove(client, move)) ? (move.kept?.reply as Received | undefined) ?? receivedOf(move) : 'lost-race';
    } catch (error) {
      if (!isLocked && (error as { code?: string }).code === UNIQUE_VIOLATION) return 'lost-race';
      throw error;
    }
  }

  private async decide(
    client: PoolClient,
    application: ApplicationRow,
    definition: LicenceDefinition,
    rule: EventRule,
    reception: Reception,
  ): Promise<{ advanced: Advanced; data: Record<string, unknown> }> {
    const data = reception.data ?? {};
    try {
      if (rule.carriesAnswers && rule.lane) {
        if (!acceptedEvents(definition, application.state).includes(reception.type)) throw notAccepted(definition, application);
        const { record, facts } = await takeAnswer(client, application, definition, rule.lane, data, reception.actor);
        return { advanced: advance(definition, application.state, reception.type, factsOf(facts)), data: record };
      }
      return { advanced: await this.advanceWithFacts(client, application, definition, reception.type), data };
    } catch (error) {
      if (error instanceof EventNotAccepted) throw notAccepted(definition, application);
      throw error;
    }
  }

  /** Most events ask no rule, so the answers are read only when one does. */
  private async advanceWithFacts(client: PoolClient, application: ApplicationRow, definition: LicenceDefinition, type: string): Promise<Advanced> {
    try {
      return advance(definition, application.state, type, factsNotRead);
    } catch (error) {
      if (!(error instanceof FactsNeeded)) throw error;
      return advance(definition, application.state, type, factsOf(await readFacts(client, application.id)));
    }
  }

  private moveOf(application: ApplicationRow, reception: Reception, advanced: Advanced, data: Record<string, unknown>, requestHash: string): Move {
    const { actor, key } = reception;
    const entry: HistoryEntry = {
      applicationId: application.id,
      revision: application.revision + 1,
      type: reception.type,
      data,
      actor: actorRecord(actor),
      at: application.now,
      rulings: advanced.rulings,
      state: advanced.state,
      effects: advanced.effects,
    };
    const reply: Received = { applicationId: application.id, caseId: application.caseId, revision: entry.revision, status: advanced.status };
    return {
      entry,
      caseId: application.caseId,
      status: advanced.status,
      previousHash: application.lastHash,
      hash: chainHash(application.lastHash, entry),
      clocks: clockChanges(advanced.effects, this.calendar, application.now),
      outbox: routeEffects(advanced.effects, application.offices),
      firedTimer: reception.timer?.name ?? null,
      kept: key ? { actor: keyHolder(actor), key, requestHash, reply } : null,
    };
  }
}

/** The step asks a rule after all, and the facts were not read. */
class FactsNeeded extends Error {}

function factsNotRead(): Facts {
  throw new FactsNeeded();
}

function receivedOf(move: Move): Received {
  return { applicationId: move.entry.applicationId, caseId: move.caseId, revision: move.entry.revision, status: move.status as Received['status'] };
}

function hashOf({ applicationId, type, data, revision }: Reception): string {
  return createHash('sha256').update(canonicalJson({ applicationId, type, data: data ?? {}, revision: revision ?? null })).digest('hex');
}

function replyKept(kept: { requestHash: string; reply: unknown }, requestHash: string): Received {
  if (kept.requestHash !== requestHash) throw new Refusal('key-reused');
  return kept.reply as Received;
}

function notAccepted(definition: LicenceDefinition, application: ApplicationRow): Refusal {
  return new Refusal('event-not-accepted', { accepts: acceptedEvents(definition, application.state), currentRevision: application.revision });
}

async function staleRevision(client: PoolClient, reception: Reception, application: ApplicationRow): Promise<Refusal> {
  const { rows } = await client.query<{ revision: number; type: string; at: Date; actor: { name?: { th: string } ; job?: string } }>(
    `SELECT revision, type, at, actor FROM history WHERE application_id = $1 AND revision > $2 ORDER BY revision LIMIT 100`,
    [application.id, reception.revision],
  );
  return new Refusal('stale-revision', {
    currentRevision: application.revision,
    changes: rows.map(({ revision, type, at, actor }) => ({ revision, type, at: at.toISOString(), by: actor.name?.th ?? actor.job ?? '' })),
  });
}
