import type { PoolClient } from 'pg';
import type { Move } from './move';
import type { Reception } from './reception';

/** Clocks that ring and still run, with the revision that set each. */
export type RungClocks = Map<string, number>;

/** `coalesce` instead of two IS NULL keeps the planner off the index of all running clocks. */
const RUNNING = `
  SELECT t.application_id, t.name, t.set_by_revision
    FROM timer t JOIN unnest($1::uuid[], $2::text[]) AS rung (application_id, name) USING (application_id, name)
   WHERE coalesce(t.stopped_at, t.fired_at) IS NULL`;

/** Reads the clocks that these events come from. The rows of their applications must be locked, or the move be bound to the revision that was read. */
export async function readRungClocks(client: PoolClient, receptions: readonly Reception[]): Promise<RungClocks> {
  const rung = receptions.flatMap(({ applicationId, timer }) => (timer ? [{ applicationId, name: timer.name }] : []));
  if (rung.length === 0) return new Map();
  const { rows } = await client.query({ name: 'registrar-rung-clocks', text: RUNNING, values: [rung.map(({ applicationId }) => applicationId), rung.map(({ name }) => name)] });
  return new Map(rows.map((row) => [clockName(row.application_id, row.name), row.set_by_revision]));
}

/** Whether the event comes from no clock, or from one that was neither stopped nor set anew since it was seen to be due. */
export function mayRing(clocks: RungClocks, { applicationId, timer }: Reception): boolean {
  return timer === undefined || clocks.get(clockName(applicationId, timer.name)) === timer.setByRevision;
}

/** What a move that is not written yet does to the clocks that may still ring in its batch. */
export function afterMove(clocks: RungClocks, { entry: { applicationId, revision }, clocks: { set, stop, moved, resume, stopsAll }, firedTimer }: Move): void {
  const gone = stopsAll ? [...clocks.keys()].filter((name) => name.startsWith(`${applicationId} `)) : [...stop, ...(firedTimer ? [firedTimer] : [])].map((name) => clockName(applicationId, name));
  for (const name of gone) clocks.delete(name);
  for (const { name } of moved) if (clocks.has(clockName(applicationId, name))) clocks.set(clockName(applicationId, name), revision);
  for (const { name } of [...set, ...resume]) clocks.set(clockName(applicationId, name), revision);
}

function clockName(applicationId: string, name: string): string {
  return `${applicationId} ${name}`;
}
