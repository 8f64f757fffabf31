import type { Rulings } from '@anuyat/licence-kit';
import type { PoolClient } from 'pg';
import type { LaneOffice } from './application-row';
import type { DefinitionLibrary } from './definition-library';

const STARTED = `
  SELECT a.code, a.version, a.offices, h.rulings
    FROM application a JOIN history h ON h.application_id = a.id AND h.type = 'prerequisites.met'
   WHERE a.id = $1`;

/**
 * Which offices have a part in an application that waited is settled when it starts, by what the rules said then: an answer may have
 * changed while it waited. In the transaction of the start.
 */
export async function settleOffices(client: PoolClient, library: DefinitionLibrary, applicationId: string): Promise<void> {
  const { rows } = await client.query<{ code: string; version: number; offices: Record<string, LaneOffice>; rulings: Rulings }>(STARTED, [applicationId]);
  const started = rows[0];
  if (!started) return;
  const { lanes } = library.getLicence(started.code, started.version);
  const offices = Object.fromEntries(
    Object.entries(started.offices).map(([lane, { isLeftOut: _, ...office }]) => {
      const rule = lanes.find(({ id }) => id === lane)?.when;
      return [lane, rule === undefined || started.rulings[rule] === true ? office : { ...office, isLeftOut: true as const }];
    }),
  );
  await client.query(`UPDATE application SET offices = $2 WHERE id = $1`, [applicationId, JSON.stringify(offices)]);
}
