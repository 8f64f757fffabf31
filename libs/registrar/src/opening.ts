import { holds, open, type Advanced, type CaseAnswers, type Facts, type LicenceDefinition } from '@anuyat/licence-kit';
import type { Actor } from '@anuyat/contract';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { actorRecord } from './actor-record';
import { factsOf, type FilingKind, type HistoryEntry, type LaneOffice } from './application-row';
import { clockChanges } from './clock-changes';
import type { DefinitionLibrary } from './definition-library';
import { reviewOrder, routeEffects, type OutboxEntry } from './effect-routes';
import type { GovernmentCalendar } from './government-calendar';
import { CHAIN_START, chainHash } from './history-chain';

/** One licence asked for with a case that is being submitted. */
export interface Opening {
  code: string;
  version: number;
  number: string;
  offices: Record<string, LaneOffice>;
  /** What the rules read beside the case: the facts of a procedure of its own, such as whether an appeal is late. */
  facts?: Facts;
  /** What is sealed with the submission: digests of answers and documents, the routing and its reasons. */
  data: Record<string, unknown>;
  /** Licence types that the law puts first and that are not there yet: the application waits for them, and its clocks with it. */
  waitsFor?: readonly string[];
  /** The licence whose life this is. */
  lifeOf?: string;
}

/** The case that the applications belong to, as it is submitted. */
export interface SubmittedCase {
  caseId: string;
  accountId: string;
  /** Registration number of the company that asks. */
  actingFor?: string | null;
  answers: CaseAnswers;
  place: Record<string, string | null>;
  filedOn: string;
  estate: string | null;
  zone: string | null;
  /** As {@link CaseFacts}. */
  filingKind?: FilingKind;
  touches?: readonly string[];
  submittedAt: Date;
  receivedAtLegal: Date;
  actor: Actor;
}

export interface Opened {
  applicationId: string;
  number: string;
  code: string;
}

/** A case with what is asked for in it. */
export interface Filing {
  file: SubmittedCase;
  openings: readonly Opening[];
}

const OPEN = `
  WITH asked AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1) AS a (id uuid, case_id uuid, number text, code text, version int, state jsonb, status text, offices jsonb, account_id uuid, acting_for text,
                                               estate text, zone text, life_of text, submitted_at timestamptz, received_at_legal timestamptz,
                                               type text, data jsonb, actor jsonb, rulings jsonb, effects jsonb, handed jsonb, hash text)
  ), opened AS (
    INSERT INTO application (id, case_id, number, code, version, revision, state, status, offices, account_id, acting_for, estate, zone, life_of,
                             last_hash, submitted_at, received_at_legal, moved_at)
    SELECT id, case_id, number, code, version, 1, state, status, offices, account_id, acting_for, estate, zone, life_of,
           decode(hash, 'hex'), submitted_at, received_at_legal, submitted_at
      FROM asked
  ), written AS (
    INSERT INTO history (application_id, revision, type, data, actor, at, rulings, state, effects, handed, previous_hash, hash)
    SELECT id, 1, type, data, actor, submitted_at, rulings, state, effects, handed, $2, decode(hash, 'hex')
      FROM asked
  ), set_clocks AS (
    INSERT INTO timer (application_id, name, lane, event, due_at, set_at, set_by_revision, counts_from, days, unit)
    SELECT t.id, t.name, t.lane, t.event, t.due_at, t.set_at, 1, t.counts_from, t.days, t.unit
      FROM jsonb_to_recordset($3) AS t (id uuid, name text, lane text, event text, due_at timestamptz, set_at timestamptz, counts_from timestamptz, days int, unit text)
  )
  INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue)
  SELECT o.id, o.application_id, o.case_id, 1, o.effect, o.params, o.queue
    FROM jsonb_to_recordset($4) AS o (id uuid, application_id uuid, case_id uuid, effect text, params jsonb, queue text)`;

/**
 * Opens all applications of a case in the caller's transaction: all agencies are asked, or none.
 * The caller wakes the courier after the commit.
 */
export function openApplications(client: PoolClient, library: DefinitionLibrary, calendar: GovernmentCalendar, file: SubmittedCase, openings: readonly Opening[]): Promise<Opened[]> {
  return openTogether(client, library, calendar, [{ file, openings }]);
}

/** Opens the applications of several cases with one statement, as {@link openApplications} does those of one. @returns them in the order in which they are given. */
export async function openTogether(client: PoolClient, library: DefinitionLibrary, calendar: GovernmentCalendar, filings: readonly Filing[]): Promise<Opened[]> {
  const begun = filings.flatMap(({ file, openings }) => begin(library, file, openings));
  await client.query({
    name: 'registrar-open',
    text: OPEN,
    values: [
      JSON.stringify(begun.map(rowOf)),
      CHAIN_START,
      JSON.stringify(begun.flatMap((each) => clocksOf(each, calendar))),
      JSON.stringify(begun.flatMap(({ id, file, opening, advanced }) => outboxOf(advanced, opening).map((entry) => ({ id: uuidv7(), application_id: id, case_id: file.caseId, ...entry })))),
    ],
  });
  return begun.map(({ id, opening }) => ({ applicationId: id, number: opening.number, code: opening.code }));
}

/** An application at its beginning. */
interface Begun {
  id: string;
  file: SubmittedCase;
  opening: Opening;
  advanced: Advanced;
  hash: Buffer;
}

function begin(library: DefinitionLibrary, file: SubmittedCase, openings: readonly Opening[]): Begun[] {
  const facts = factsOf({ answers: file.answers, answersRevision: 0, place: file.place, filedOn: file.filedOn, filingKind: file.filingKind, touches: file.touches });
  return openings.map(({ waitsFor = [], ...asked }) => {
    const definition = library.getLicence(asked.code, asked.version);
    const advanced = open(definition, { ...facts, ...asked.facts, prerequisites: { areOpen: waitsFor.length > 0 } });
    const id = uuidv7();
    const opening = waitsFor.length > 0 ? { ...asked, data: { ...asked.data, waitsFor } } : asked;
    return { id, file, opening: { ...opening, offices: markLeftOut(opening.offices, definition, facts) }, advanced, hash: chainHash(CHAIN_START, firstEntry(id, file, opening, advanced)) };
  });
}

function rowOf({ id, file, opening, advanced, hash }: Begun): Record<string, unknown> {
  const { number, code, version, offices, data, lifeOf } = opening;
  const { state, status, rulings, effects, handovers } = advanced;
  const { caseId, accountId, actingFor, estate, zone, submittedAt, receivedAtLegal } = file;
  return {
    id, case_id: caseId, number, code, version, state, status, offices, account_id: accountId, acting_for: actingFor, estate, zone, life_of: lifeOf,
    submitted_at: submittedAt, received_at_legal: receivedAtLegal,
    type: firstEvent(opening), data, actor: actorRecord(file.actor), rulings, effects, handed: handovers, hash: hash.toString('hex'),
  };
}

function clocksOf({ id, file, opening, advanced }: Begun, calendar: GovernmentCalendar): Record<string, unknown>[] {
  return clockChanges(advanced.effects, calendar, file.receivedAtLegal, opening.data).set.map((timer) => ({ id, set_at: file.submittedAt, counts_from: file.receivedAtLegal, ...timer }));
}

/** A history begins with what began it: a filing, or the issue of the licence. */
function firstEvent({ lifeOf }: Opening): string {
  return lifeOf === undefined ? 'submitted' : 'licence.issued';
}

/** One that waits looks once more after the commit: what it waits for may have been issued meanwhile. */
function outboxOf({ effects, status }: Advanced, { offices }: Opening): OutboxEntry[] {
  return [...routeEffects(effects, offices), ...(status === 'waiting' ? [reviewOrder] : [])];
}

/** Conditional lanes are settled when the application is opened; one that waits settles them again when it starts. */
function markLeftOut(offices: Opening['offices'], { lanes }: LicenceDefinition, facts: Facts): Opening['offices'] {
  return Object.fromEntries(
    Object.entries(offices).map(([lane, office]) => {
      const rule = lanes.find(({ id }) => id === lane)?.when;
      return [lane, rule === undefined || holds(rule, facts) ? office : { ...office, isLeftOut: true }];
    }),
  );
}

function firstEntry(id: string, file: SubmittedCase, opening: Opening, advanced: Advanced): HistoryEntry {
  return {
    applicationId: id,
    revision: 1,
    type: firstEvent(opening),
    data: opening.data,
    actor: actorRecord(file.actor),
    at: file.submittedAt,
    rulings: advanced.rulings,
    state: advanced.state,
    effects: advanced.effects,
  };
}
