import { lanesOf, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import type { DefinitionLibrary, LaneOffice } from '@anuyat/registrar';
import type { PoolClient } from 'pg';

/** One lane of one application, as it stands while its case is locked. */
export interface StandingLane {
  applicationId: string;
  lane: string;
  state: string;
  office: LaneOffice | undefined;
  definition: LicenceDefinition;
  /** Whether the time of its first look runs on. */
  isInWindow: boolean;
}

interface Row {
  id: string;
  code: string;
  version: number;
  state: StoredState;
  offices: Record<string, LaneOffice>;
  windows: string[] | null;
}

const APPLICATIONS = `
  SELECT a.id, a.code, a.version, a.state, a.offices,
         (SELECT jsonb_agg(t.lane) FROM timer t
           WHERE t.application_id = a.id AND t.name = t.lane || '.window' AND t.stopped_at IS NULL AND t.fired_at IS NULL AND t.due_at > clock_timestamp()) AS windows
    FROM application a WHERE a.case_id = $1 ORDER BY a.id`;

/** Every lane of a case that is under review, in the order of its applications. */
export async function readLanes(client: PoolClient, library: DefinitionLibrary, caseId: string): Promise<StandingLane[]> {
  const { rows } = await client.query<Row>(APPLICATIONS, [caseId]);
  return rows.flatMap(({ id, code, version, state, offices, windows }) => {
    const definition = library.getLicence(code, version);
    return Object.entries(lanesOf(state.value)).map(([lane, stands]) => ({
      applicationId: id, lane, state: stands, office: offices[lane], definition, isInWindow: windows?.includes(lane) ?? false,
    }));
  });
}

/** Whether a lane is not done with its first look. */
export function isChecking({ state, definition, lane }: StandingLane): boolean {
  return state === 'checking' && Object.hasOwn(definition.events, `${lane}.told`);
}
