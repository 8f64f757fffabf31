import { Refusal } from '@anuyat/contract';
import { clientOf, inTransaction } from '@anuyat/database';
import { acceptedEvents, advance, EventNotAccepted, isReview, type LicenceDefinition } from '@anuyat/licence-kit';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { keyHolder } from '../actor-record';
import type { ApplicationRow, CaseFacts } from '../application-row';
import { chargedFacts, type RateBook } from '../rate-book';
import type { Move } from '../move';
import type { DefinitionLibrary } from '../definition-library';
import { checkEventData } from '../event-data';
import { FactsNeeded, factsNotRead } from '../facts-needed';
import type { GovernmentCalendar } from '../government-calendar';
import { replyKept, requestHashOf, type KeptReply } from '../kept-replies';
import { moveOf, receivedOf } from '../moving';
import { isInvolved, ruleFor } from '../permission';
import type { Outcome, Received, Reception } from '../reception';
import { notAccepted, staleRevision } from '../refusals';
import { sealed } from '../corrections/review-seal';
import { afterMove, mayRing, readRungClocks, type RungClocks } from '../rung-clocks';
import { keyName, lockApplications, readFactsOfMany, readKeptReplies, writeAllMoves } from './batch-store';

const TRIES = 3;
const UNIQUE_VIOLATION = '23505';

/** What one transaction works with: the locked applications as the events so far have left them. */
interface Batch {
  client: PoolClient;
  applications: Map<string, ApplicationRow>;
  kept: Map<string, KeptReply>;
  clocks: RungClocks;
  facts: Map<string, CaseFacts> | undefined;
  moves: Move[];
  /** Applications whose further events go through the single lane, so that their order is kept. */
  setAside: Set<string>;
}

/**
 * The door's second lane: many events of many applications in one transaction. Their rows are locked in the order of their ids, the
 * events of one application are computed one after the other in memory, and written as those of a moment are, sixteen with one statement.
 */
export class BatchLane {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly calendar: GovernmentCalendar,
  ) {}

  /** @returns an outcome for each event; none for those that the single lane has to take, after this and in their order. */
  async receive(receptions: readonly Reception[]): Promise<(Outcome | undefined)[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await inTransaction(this.source, async (tx) => this.receiveWithin(await clientOf(tx), receptions));
      } catch (error) {
        const isKeyJustUsed = (error as { code?: string }).code === UNIQUE_VIOLATION;
        if (!isKeyJustUsed || attempt === TRIES) throw error;
      }
    }
  }

  /** As {@link receive}, in the caller's transaction, in which nothing is tried again. */
  async receiveWithin(client: PoolClient, receptions: readonly Reception[]): Promise<(Outcome | undefined)[]> {
    const ids = [...new Set(receptions.map(({ applicationId }) => applicationId))];
    const [applications, kept, clocks] = await Promise.all([lockApplications(client, ids), readKeptReplies(client, receptions), readRungClocks(client, receptions)]);
    const batch: Batch = {
      client,
      applications,
      kept,
      clocks,
      facts: undefined,
      moves: [],
      setAside: new Set(),
    };
    for (const { code, version } of batch.applications.values()) await this.library.ensureLicence(code, version);
    const outcomes: (Outcome | undefined)[] = [];
    for (const reception of receptions) outcomes.push(await this.outcomeOf(batch, reception));
    if (batch.moves.length > 0) await writeAllMoves(client, batch.moves);
    return outcomes;
  }

  /** What fails for one event fails for it alone; what the database refuses fails for all. */
  private async outcomeOf(batch: Batch, reception: Reception): Promise<Outcome | undefined> {
    try {
      const received = this.take(batch, reception);
      return received && { received };
    } catch (error) {
      if (error instanceof FactsNeeded) {
        batch.facts = await readFactsOfMany(batch.client, [...batch.applications.keys()]);
        return this.outcomeOf(batch, reception);
      }
      if (error instanceof StaleRevision) return { failure: await staleIn(batch, error) };
      return { failure: error as Error };
    }
  }

  private take(batch: Batch, reception: Reception): Received | undefined {
    const { actor, type, key, data = {} } = reception;
    const application = batch.applications.get(reception.applicationId);
    if (!application || !isInvolved(actor, application)) throw new Refusal('not-found');
    if (batch.setAside.has(application.id)) return undefined;
    const kept = key === undefined ? undefined : batch.kept.get(keyName(keyHolder(actor), key));
    if (kept) return replyKept(kept, requestHashOf(reception));

    const definition = this.library.getLicence(application.code, application.version);
    const rule = ruleFor(actor, type, definition, application, () => acceptedEvents(definition, application.state));
    if (reception.revision !== undefined && reception.revision !== application.revision) throw new StaleRevision(reception.revision, application);
    if (!mayRing(batch.clocks, reception)) throw notAccepted(definition, application);
    checkEventData(definition, type, rule, data, application.now);
    if (rule.carriesAnswers || rule.permission === 'supervise') {
      batch.setAside.add(application.id);
      return undefined;
    }
    const advanced = advanceIn(batch, this.library.rates, application, definition, type);
    const record = isReview(type) && rule.lane ? sealed(data, definition, rule.lane, batch.facts?.get(application.id) ?? factsNotRead()) : data;
    const move = moveOf(application, reception, { advanced, data: record, rule }, this.calendar);
    batch.moves.push(move);
    afterMove(batch.clocks, move);
    batch.applications.set(application.id, { ...application, revision: move.entry.revision, state: advanced.state, status: advanced.status, hands: move.hands ?? application.hands, lastHash: move.hash });
    if (move.kept) batch.kept.set(keyName(move.kept.actor, move.kept.key), move.kept);
    return receivedOf(move);
  }
}

/** The sender saw another revision; what happened since has to be read. */
class StaleRevision extends Error {
  constructor(
    readonly seen: number,
    readonly application: ApplicationRow,
  ) {
    super(`Revision ${seen} was seen.`);
  }
}

/** What the batch has not written yet has happened all the same. */
function staleIn({ client, moves }: Batch, { seen, application }: StaleRevision): Promise<Refusal> {
  const unwritten = moves.map(({ entry }) => entry).filter((entry) => entry.applicationId === application.id && entry.revision > seen);
  return staleRevision(client, seen, application, unwritten);
}

function advanceIn({ facts }: Batch, rates: RateBook, application: ApplicationRow, definition: LicenceDefinition, type: string): ReturnType<typeof advance> {
  const known = facts?.get(application.id);
  try {
    return advance(definition, application.state, type, known ? chargedFacts(rates, definition, application.offices, known) : factsNotRead);
  } catch (error) {
    if (error instanceof EventNotAccepted) throw notAccepted(definition, application, type);
    throw error;
  }
}
