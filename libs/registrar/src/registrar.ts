import { clientOf, inTransaction, onClient } from '@anuyat/database';
import { Refusal } from '@anuyat/contract';
import { acceptedEvents, actOf, advance, EventNotAccepted, isReview, type Advanced, type EventRule, type LicenceDefinition } from '@anuyat/licence-kit';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { keyHolder } from './actor-record';
import { takeAnswer } from './answering';
import type { ApplicationRow } from './application-row';
import { readApplication, readFacts, writeMoves } from './application-store';
import { BatchLane } from './batch/batch-lane';
import { MOST_IN_BATCH } from './batch/batch-store';
import { correct, lockCaseOf, markPart } from './corrections/corrected-case';
import { sealed } from './corrections/review-seal';
import { concernsOf, receptionsOf } from './corrections/asking-again';
import type { CorrectionOutcome } from './corrections/reopenings';
import type { DefinitionLibrary } from './definition-library';
import { checkEventData } from './event-data';
import { chargedFacts } from './rate-book';
import { FactsNeeded, factsNotRead } from './facts-needed';
import type { GovernmentCalendar } from './government-calendar';
import { JointReader } from './joint-reader';
import { JointWriter } from './joint-writer';
import { replyKept, requestHashOf } from './kept-replies';
import { moveOf, receivedOf } from './moving';
import { refuseOwnDemand } from './own-demand';
import { isInvolved, ruleFor } from './permission';
import type { Outcome, Received, Reception } from './reception';
import { notAccepted, staleRevision } from './refusals';
import { relocateWithin, type Relocation } from './relocation';
import { mayRing, readRungClocks } from './rung-clocks';

/** Told after each commit that there is something to hand over; never awaited. */
export interface Wakeable {
  wake(): void;
}

/** Work on a connection: the caller's transaction, or any of the pool. */
type OnOne = <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>;

const OPTIMISTIC_TRIES = 3;
const UNIQUE_VIOLATION = '23505';

/**
 * The one door: an application changes here and nowhere else.
 *
 * Two round trips for an event: read at a revision, compute the next state purely, write where the revision is still that one. Both go
 * together with whatever else is read or written at that moment. A lost race is tried again, and at last with the row locked. Effects go
 * into the outbox with the same statement; nothing outside happens before the commit.
 */
export class Registrar {
  private readonly batchLane: BatchLane;
  private readonly reader: JointReader;
  private readonly writer: JointWriter;

  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly calendar: GovernmentCalendar,
    private readonly courier: Wakeable,
  ) {
    this.batchLane = new BatchLane(source, library, calendar);
    this.reader = new JointReader(source);
    this.writer = new JointWriter(source);
  }

  /** @throws Refusal with the code that says why the event is not taken. */
  async receive(reception: Reception): Promise<Received> {
    for (let attempt = 1; attempt <= OPTIMISTIC_TRIES; attempt++) {
      const outcome = await this.attempt(reception);
      if (outcome === 'needs-transaction') break;
      if (outcome !== 'lost-race') return this.handOver(outcome);
    }
    const received = await inTransaction(this.source, async (tx) => this.receiveWithin(await clientOf(tx), reception));
    return this.handOver(received);
  }

  /**
   * Many events, a hundred in one transaction: for clocks, imports and payment files. Each event is accepted or fails by itself, under
   * the same rules and keys as alone; those of one application are taken in the order in which they are given.
   * @returns an outcome for each event, in their order. @throws when the database fails; then the rest was not tried.
   */
  async receiveMany(receptions: readonly Reception[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let at = 0; at < receptions.length; at += MOST_IN_BATCH) {
      const some = receptions.slice(at, at + MOST_IN_BATCH);
      const taken = await this.batchLane.receive(some);
      this.courier.wake();
      for (const [index, outcome] of taken.entries()) outcomes.push(outcome ?? (await this.settle(some[index] as Reception)));
    }
    return outcomes;
  }

  /** The same as part of a larger transaction of the caller's, who wakes the courier after the commit. */
  async receiveWithin(client: PoolClient, reception: Reception): Promise<Received> {
    if (actOf(reception.type) === 'answered') await lockCaseOf(client, reception.applicationId);
    const outcome = await this.attempt(reception, client);
    if (outcome === 'lost-race' || outcome === 'needs-transaction') throw new Error('A locked application cannot be moved by others.');
    return outcome;
  }

  /**
   * Many events, a hundred at most, as part of a larger transaction of the caller's, who wakes the courier after the commit.
   * @returns an answer for each, in their order. @throws the first failure there is: then the caller's transaction has to end with nothing done.
   */
  async receiveAllWithin(client: PoolClient, receptions: readonly Reception[]): Promise<Received[]> {
    const outcomes = await this.batchLane.receiveWithin(client, receptions);
    const answers: Received[] = [];
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome?.failure) throw outcome.failure;
      answers.push(outcome?.received ?? (await this.receiveWithin(client, receptions[index] as Reception)));
    }
    return answers;
  }

  /**
   * Moves one application to another version of its definition; see {@link relocateWithin}. Only administrators may.
   * @throws Refusal as it says.
   */
  async relocate(relocation: Relocation): Promise<Received> {
    return this.handOver(await this.source.transaction(async (tx) => relocateWithin(await clientOf(tx), this.library, this.calendar, relocation)));
  }

  /** Tells the courier that something was committed. */
  wakeCourier(): void {
    this.courier.wake();
  }

  private settle(reception: Reception): Promise<Outcome> {
    return this.receive(reception).then(
      (received) => ({ received }),
      (failure: unknown) => {
        if (failure instanceof Refusal) return { failure };
        throw failure;
      },
    );
  }

  private handOver(received: Received): Received {
    this.courier.wake();
    return received;
  }

  /** @param transaction the caller's own, in which the application is locked; without one, a lost race is possible. */
  private async attempt(reception: Reception, transaction?: PoolClient): Promise<Received | 'lost-race' | 'needs-transaction'> {
    const { actor, type, key } = reception;
    const sought = { id: reception.applicationId, actor: keyHolder(actor), key, withFile: isReview(type) };
    const onOne: OnOne = (work) => (transaction ? work(transaction) : onClient(this.source, work));
    const application = await (transaction ? readApplication(transaction, sought, true) : this.reader.find(sought));
    if (!application || !isInvolved(actor, application)) throw new Refusal('not-found');
    if (application.kept) return replyKept(application.kept, requestHashOf(reception));

    await this.library.ensureLicence(application.code, application.version);
    const definition = this.library.getLicence(application.code, application.version);
    const rule = ruleFor(actor, type, definition, application, () => acceptedEvents(definition, application.state));
    if (reception.revision !== undefined && reception.revision !== application.revision) throw await onOne((client) => staleRevision(client, reception.revision ?? 0, application));
    if (reception.timer && !mayRing(await onOne((client) => readRungClocks(client, [reception])), reception)) throw notAccepted(definition, application, type);
    checkEventData(definition, type, rule, reception.data ?? {}, application.now);
    if (rule.carriesAnswers && !transaction) return 'needs-transaction';
    if (rule.permission === 'supervise') await onOne((client) => refuseOwnDemand(client, application, rule, actor));

    const { advanced, data, correction } = await this.decide(onOne, application, definition, rule, reception);
    const readAt = application.file && !transaction ? application.answersRevision : null;
    const move = moveOf(application, reception, { advanced, data, rule, readAt }, this.calendar);
    try {
      const isMade = transaction ? (await writeMoves(transaction, [move]))[0] : await this.writer.write(move);
      if (!isMade) return 'lost-race';
      if (correction && transaction) await this.reopen(transaction, reception, correction);
      return receivedOf(move);
    } catch (error) {
      if (!transaction && (error as { code?: string }).code === UNIQUE_VIOLATION) return 'lost-race';
      throw error;
    }
  }

  private async decide(
    onOne: OnOne,
    application: ApplicationRow,
    definition: LicenceDefinition,
    rule: EventRule,
    reception: Reception,
  ): Promise<{ advanced: Advanced; data: Record<string, unknown>; correction?: CorrectionOutcome }> {
    const data = reception.data ?? {};
    try {
      const { lane } = rule;
      if (rule.carriesAnswers && lane) {
        if (!acceptedEvents(definition, application.state).includes(reception.type)) throw notAccepted(definition, application, reception.type);
        return await onOne(async (client) => {
          const { record, before, facts } = await takeAnswer(client, application, definition, lane, data, reception.actor);
          const correction = await correct(client, this.library, application.caseId, { before, after: facts });
          return { advanced: advance(definition, application.state, reception.type, chargedFacts(this.library.rates, definition, application.offices, facts)), data: { ...record, concerns: concernsOf(correction) }, correction };
        });
      }
      const advanced = await this.advanceWithFacts(onOne, application, definition, reception.type);
      return { advanced, data: lane && application.file ? sealed(data, definition, lane, application.file) : data };
    } catch (error) {
      if (error instanceof EventNotAccepted) throw notAccepted(definition, application, reception.type);
      throw error;
    }
  }

  /** Whoever read what an answer changed is asked again, in the answer's own transaction: nothing is granted on what is no longer so. */
  private async reopen(client: PoolClient, { applicationId, type }: Reception, correction: CorrectionOutcome): Promise<void> {
    const cause = { applicationId, lane: type.slice(0, type.lastIndexOf('.')) };
    for (const { outcome, ...again } of receptionsOf(correction, cause)) {
      if (outcome) await markPart(client, outcome);
      await this.receiveWithin(client, again);
    }
  }

  /** Most events ask no rule, so the answers are read only when one does. */
  private async advanceWithFacts(onOne: OnOne, application: ApplicationRow, definition: LicenceDefinition, type: string): Promise<Advanced> {
    try {
      return advance(definition, application.state, type, factsNotRead);
    } catch (error) {
      if (!(error instanceof FactsNeeded)) throw error;
      return advance(definition, application.state, type, chargedFacts(this.library.rates, definition, application.offices, application.file ?? (await onOne((client) => readFacts(client, application.id)))));
    }
  }
}
