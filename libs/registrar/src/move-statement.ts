import { uuidv7 } from 'uuidv7';
import type { Move } from './application-store';

/** A named statement with its values. */
interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** One thing that an event may do besides moving, as a CTE; `#1` is its own first value, `$1` the application, `$6` the moment. */
interface Part {
  name: keyof typeof SQL;
  values: readonly unknown[];
}

const BASE = `
  WITH moved AS (
    UPDATE application SET state = $3, status = $4, revision = revision + 1, last_hash = $5, moved_at = $6 @hands
     WHERE id = $1 AND revision = $2 AND answers_revision = coalesce($14::int, answers_revision)
    RETURNING id, case_id, revision, received_at_legal
  ), written AS (
    INSERT INTO history (application_id, revision, type, data, actor, at, rulings, state, effects, previous_hash, hash)
    SELECT id, revision, $7, $8, $9, $6, $10, $3, $11, $12, $5 FROM moved
  ), sent AS (
    INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue)
    SELECT o.id, moved.id, moved.case_id, moved.revision, o.effect, o.params, o.queue
      FROM moved, jsonb_to_recordset($13) AS o (id uuid, effect text, params jsonb, queue text)
  )`;

const BASE_VALUES = 14;

const SQL = {
  stopAll: `
    UPDATE timer t SET stopped_at = $6
     WHERE t.application_id = $1 AND EXISTS (SELECT FROM moved) AND t.stopped_at IS NULL AND t.name IS DISTINCT FROM #1`,
  stop: `
    UPDATE timer t SET stopped_at = $6
     WHERE t.application_id = $1 AND EXISTS (SELECT FROM moved) AND t.stopped_at IS NULL AND #1::jsonb ? t.name`,
  fire: `
    UPDATE timer t SET fired_at = $6 WHERE t.application_id = $1 AND EXISTS (SELECT FROM moved) AND t.name = #1`,
  set: `
    INSERT INTO timer (application_id, name, lane, event, due_at, set_at, set_by_revision, counts_from, days, unit)
    SELECT moved.id, t.name, t.lane, t.event, t.due_at, $6, moved.revision, $6, t.days, t.unit
      FROM moved, jsonb_to_recordset(#1) AS t (name text, lane text, event text, due_at timestamptz, days int, unit text)
    ON CONFLICT (application_id, name) DO UPDATE
       SET due_at = excluded.due_at, event = excluded.event, set_at = excluded.set_at, set_by_revision = excluded.set_by_revision,
           counts_from = excluded.counts_from, days = excluded.days, unit = excluded.unit, stopped_at = NULL, fired_at = NULL`,
  move: `
    UPDATE timer t SET due_at = m.due_at, set_by_revision = moved.revision
      FROM moved, jsonb_to_recordset(#1) AS m (name text, due_at timestamptz)
     WHERE t.application_id = $1 AND t.name = m.name AND coalesce(t.stopped_at, t.fired_at) IS NULL`,
  hand: `
    INSERT INTO clock_ledger (application_id, track, by_revision, from_at, party, ground)
    SELECT moved.id, l.track, moved.revision, greatest($6, moved.received_at_legal), l.party, l.ground
      FROM moved, jsonb_to_recordset(#1) AS l (track text, party text, ground text)`,
  resume: `
    UPDATE timer t SET due_at = resumed_due(t.due_at, t.stopped_at, $6, r.unit), set_by_revision = moved.revision, stopped_at = NULL
      FROM moved, jsonb_to_recordset(#1) AS r (name text, unit text)
     WHERE t.application_id = moved.id AND t.name = r.name AND t.stopped_at IS NOT NULL`,
  keep: `
    INSERT INTO idempotency_key (actor, key, request_hash, reply) SELECT #1, #2, #3, #4 FROM moved`,
} as const;

const texts = new Map<string, string>();

/**
 * The event's one statement. It moves the application only where the revision is still the one that was read, a review only where the
 * answers are not corrected either, and writes history, clocks, outbox and key only if it moved. Nothing here touches a row that applications share, and nothing notifies:
 * both would make all commits wait for each other.
 *
 * What the event does not do is not in it: a part that finds nothing to do still costs the database as much as a short statement.
 * A clock that rang stops as well, for its office was late until then. Not asking for `fired_at` also keeps the planner off the partial
 * index of running clocks, which it believes short and would walk from end to end for each event; `?` instead of = ANY lets it keep one
 * plan, where an array has it plan anew each time.
 */
export function moveStatement(move: Move): Statement {
  const parts = partsOf(move);
  const name = ['registrar-move', ...parts.map((part) => part.name), ...(move.hands ? ['hands'] : [])].join('-');
  const text = texts.get(name) ?? compose(parts, move.hands !== null);
  texts.set(name, text);
  if (move.relocation) return relocated({ name, text, values: valuesOf(move, parts) }, move.relocation);
  return { name, text, values: valuesOf(move, parts) };
}

/** The same statement for the rare event that moves an application to another version: version and offices are set with the state. */
function relocated({ name, text, values }: Statement, { version, offices }: NonNullable<Move['relocation']>): Statement {
  const first = values.length + 1;
  return {
    name: `${name}-relocated`,
    text: text.replace('SET state = $3', `SET version = $${first}, offices = $${first + 1}, state = $3`),
    values: [...values, version, JSON.stringify(offices)],
  };
}

function valuesOf(move: Move, parts: readonly Part[]): unknown[] {
  const { entry } = move;
  return [
    entry.applicationId, entry.revision - 1, JSON.stringify(entry.state), move.status, move.hash, entry.at,
    entry.type, JSON.stringify(entry.data), JSON.stringify(entry.actor), JSON.stringify(entry.rulings), JSON.stringify(entry.effects), move.previousHash,
    JSON.stringify(move.outbox.map((row) => ({ id: uuidv7(), ...row }))), move.readAt,
    ...parts.flatMap(({ values }) => values),
    ...(move.hands ? [JSON.stringify(move.hands)] : []),
  ];
}

function partsOf({ clocks, handovers, firedTimer, kept }: Move): Part[] {
  const stop = clocks.stop.filter((timer) => timer !== firedTimer);
  return [
    ...(clocks.stopsAll ? [{ name: 'stopAll', values: [firedTimer] } as const] : []),
    ...(stop.length > 0 && !clocks.stopsAll ? [{ name: 'stop', values: [JSON.stringify(stop)] } as const] : []),
    ...(firedTimer === null ? [] : [{ name: 'fire', values: [firedTimer] } as const]),
    ...(clocks.set.length > 0 ? [{ name: 'set', values: [JSON.stringify(clocks.set)] } as const] : []),
    ...(clocks.moved.length > 0 ? [{ name: 'move', values: [JSON.stringify(clocks.moved)] } as const] : []),
    ...(handovers.length > 0 ? [{ name: 'hand', values: [JSON.stringify(handovers)] } as const] : []),
    ...(clocks.resume.length > 0 ? [{ name: 'resume', values: [JSON.stringify(clocks.resume)] } as const] : []),
    ...(kept ? [{ name: 'keep', values: [kept.actor, kept.key, kept.requestHash, JSON.stringify(kept.reply)] } as const] : []),
  ];
}

function compose(parts: readonly Part[], changesHands: boolean): string {
  let first = BASE_VALUES;
  const ctes = parts.map(({ name, values }) => {
    const text = SQL[name].replaceAll(/#(\d)/g, (_, at: string) => `$${first + Number(at)}`);
    first += values.length;
    return `, ${name}_part AS (${text}\n  )`;
  });
  const base = BASE.replace('@hands', changesHands ? `, hands = $${first + 1}` : '');
  return `${base}${ctes.join('')}\n  SELECT count(*)::int AS moved FROM moved`;
}
