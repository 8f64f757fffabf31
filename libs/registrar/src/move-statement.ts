import { uuidv7 } from 'uuidv7';
import { MOST_TOGETHER, type Move } from './move';

/** A named statement with its values. */
interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/**
 * Rows of what moves, numbered `n` by their places. `free` leaves out applications that somebody else holds or has moved: nobody waits for
 * anybody, and two statements cannot wait for each other. That places lie in a range has the planner believe in one row, and so in indexes:
 * a plan is kept for long, and one that was made while the tables were small would read them from end to end when they have grown.
 */
const BASE = `
  WITH wanted AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1) AS m (n int, id uuid, revision int, read_at int, status text, state jsonb, hands jsonb, version int, offices jsonb,
                                               type text, data jsonb, actor jsonb, at timestamptz, rulings jsonb, effects jsonb, handed jsonb, previous text, hash text)
     WHERE n BETWEEN 0 AND ${MOST_TOGETHER - 1}
  ), free AS (
    SELECT m.n FROM wanted m JOIN application a ON a.id = m.id AND a.revision = m.revision - 1 AND a.answers_revision = coalesce(m.read_at, a.answers_revision)
       FOR UPDATE OF a SKIP LOCKED
  ), moved AS (
    UPDATE application a
       SET state = m.state, status = m.status, revision = m.revision, last_hash = decode(m.hash, 'hex'), moved_at = m.at,
           hands = coalesce(m.hands, a.hands), version = coalesce(m.version, a.version), offices = coalesce(m.offices, a.offices)
      FROM wanted m JOIN free USING (n)
     WHERE a.id = m.id
    RETURNING m.n, a.id, a.case_id, m.revision, m.at
  ), written AS (
    INSERT INTO history (application_id, revision, type, data, actor, at, rulings, state, effects, handed, previous_hash, hash)
    SELECT m.id, m.revision, m.type, m.data, m.actor, m.at, m.rulings, m.state, m.effects, m.handed, decode(m.previous, 'hex'), decode(m.hash, 'hex')
      FROM wanted m JOIN moved USING (n)
  ), sent AS (
    INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue)
    SELECT o.id, moved.id, moved.case_id, moved.revision, o.effect, o.params, o.queue
      FROM moved JOIN jsonb_to_recordset($2) AS o (n int, id uuid, effect text, params jsonb, queue text) USING (n)
  )`;

/** What an event may do besides moving, each with rows of its own in `#`. */
const PARTS = {
  stopAll: `
    UPDATE timer t SET stopped_at = moved.at
      FROM moved JOIN jsonb_to_recordset(#) AS s (n int, "except" text) USING (n)
     WHERE t.application_id = moved.id AND t.stopped_at IS NULL AND t.name IS DISTINCT FROM s."except"`,
  stop: `
    UPDATE timer t SET stopped_at = moved.at
      FROM moved JOIN jsonb_to_recordset(#) AS s (n int, name text) USING (n)
     WHERE t.application_id = moved.id AND t.name = s.name AND t.stopped_at IS NULL`,
  fire: `
    UPDATE timer t SET fired_at = moved.at
      FROM moved JOIN jsonb_to_recordset(#) AS f (n int, name text) USING (n)
     WHERE t.application_id = moved.id AND t.name = f.name`,
  set: `
    INSERT INTO timer (application_id, name, lane, event, due_at, set_at, set_by_revision, counts_from, days, unit)
    SELECT moved.id, t.name, t.lane, t.event, t.due_at, moved.at, moved.revision, moved.at, t.days, t.unit
      FROM moved JOIN jsonb_to_recordset(#) AS t (n int, name text, lane text, event text, due_at timestamptz, days int, unit text) USING (n)
    ON CONFLICT (application_id, name) DO UPDATE
       SET due_at = excluded.due_at, event = excluded.event, set_at = excluded.set_at, set_by_revision = excluded.set_by_revision,
           counts_from = excluded.counts_from, days = excluded.days, unit = excluded.unit, stopped_at = NULL, fired_at = NULL`,
  move: `
    UPDATE timer t SET due_at = m.due_at, set_by_revision = moved.revision
      FROM moved JOIN jsonb_to_recordset(#) AS m (n int, name text, due_at timestamptz) USING (n)
     WHERE t.application_id = moved.id AND t.name = m.name AND coalesce(t.stopped_at, t.fired_at) IS NULL`,
  resume: `
    UPDATE timer t SET due_at = resumed_due(t.due_at, t.stopped_at, moved.at, r.unit), set_by_revision = moved.revision, stopped_at = NULL
      FROM moved JOIN jsonb_to_recordset(#) AS r (n int, name text, unit text) USING (n)
     WHERE t.application_id = moved.id AND t.name = r.name AND t.stopped_at IS NOT NULL`,
  keep: `
    INSERT INTO idempotency_key (actor, key, request_hash, reply)
    SELECT k.actor, k.key, k."requestHash", k.reply FROM moved JOIN jsonb_to_recordset(#) AS k (n int, actor text, key text, "requestHash" text, reply jsonb) USING (n)`,
} as const;

type PartName = keyof typeof PARTS;

const names = Object.keys(PARTS) as PartName[];
const texts = new Map<string, string>();

/**
 * The one statement of the events of a moment, each of another application as a rule. It moves an application only where the revision is
 * still the one that was read, a review only where the answers are not corrected either, and writes history, clocks, outbox and key only
 * of those that moved; of two events of one application it takes one. Nothing here touches a row that applications share, and nothing
 * notifies: both would make all commits wait for each other.
 *
 * What the events do not do is not in it: a part that finds nothing to do still costs the database as much as a short statement.
 * A clock that rang stops as well, for its office was late until then. Not asking for `fired_at` also keeps the planner off the partial
 * index of running clocks, which it believes short and would walk from end to end for each event; rows of JSON let it keep one plan, where
 * an array has it plan anew each time.
 * @returns the statement; its answer holds `n`, the place of each move that was made.
 */
export function moveStatement(moves: readonly Move[]): Statement {
  const rows: Partial<Record<PartName, unknown[]>> = {};
  for (const [n, move] of moves.entries()) {
    for (const [name, part] of partsOf(move)) (rows[name] ??= []).push({ n, ...part });
  }
  const parts = names.filter((name) => rows[name]);
  const name = ['registrar-move', ...parts].join('-');
  const text = texts.get(name) ?? compose(parts);
  texts.set(name, text);
  return {
    name,
    text,
    values: [
      JSON.stringify(moves.map((move, n) => ({ n, ...rowOf(move) }))),
      JSON.stringify(moves.flatMap(({ outbox }, n) => outbox.map((row) => ({ n, id: uuidv7(), ...row })))),
      ...parts.map((part) => JSON.stringify(rows[part])),
    ],
  };
}

function rowOf({ entry: { applicationId, ...entry }, status, previousHash, hash, hands, handovers, readAt, relocation }: Move): Record<string, unknown> {
  return {
    id: applicationId, ...entry, status, read_at: readAt, previous: previousHash.toString('hex'), hash: hash.toString('hex'),
    ...(hands ? { hands } : {}), ...(handovers.length > 0 ? { handed: handovers } : {}), ...relocation,
  };
}

function partsOf({ clocks, firedTimer, kept }: Move): [PartName, object][] {
  return [
    ...(clocks.stopsAll ? [['stopAll', { except: firedTimer }]] as [PartName, object][] : clocks.stop.filter((timer) => timer !== firedTimer).map((name): [PartName, object] => ['stop', { name }])),
    ...(firedTimer === null ? [] : [['fire', { name: firedTimer }]] as [PartName, object][]),
    ...clocks.set.map((clock): [PartName, object] => ['set', clock]),
    ...clocks.moved.map((clock): [PartName, object] => ['move', clock]),
    ...clocks.resume.map((clock): [PartName, object] => ['resume', clock]),
    ...(kept ? [['keep', kept]] as [PartName, object][] : []),
  ];
}

function compose(parts: readonly PartName[]): string {
  const ctes = parts.map((name, at) => `, ${name}_part AS (${PARTS[name].replace('#', `$${at + 3}`)}\n  )`);
  return `${BASE}${ctes.join('')}\n  SELECT n FROM moved`;
}
