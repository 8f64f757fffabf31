import type { LicenceDefinition, StoredState } from '@anuyat/licence-kit';
import type { Reading } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import type { Filed, SeenLine } from './filed';
import { Interned } from './interned';

/** Lines of histories that are held at a time. */
const PAGE = 1_000;

const LINES = `
  DECLARE told NO SCROLL CURSOR FOR
  SELECT application_id AS id, revision, type, at, state -> 'value' AS value FROM history WHERE application_id = ANY($1)
   ORDER BY date_trunc('milliseconds', at), application_id, revision`;

const FETCH = 'FETCH @lines FROM told';

const APPLICATIONS = `
  SELECT a.id, a.case_id AS "caseId", a.code, a.version, a.offices, coalesce(w.revision, 0) AS promised
    FROM application a LEFT JOIN promise_watch w ON w.application_id = a.id WHERE a.id = ANY($1)`;

interface LineRow {
  id: string;
  revision: number;
  type: string;
  at: Date;
  value: StoredState['value'];
}

interface ApplicationRow {
  id: string;
  caseId: string;
  code: string;
  version: number;
  offices: Filed['offices'];
  promised: number;
}

/** A line with the application that it is of. */
export interface Told {
  filed: Filed;
  line: SeenLine;
  /** The revision since which something was last promised for the application; 0 where nothing was. */
  promised: number;
}

/**
 * Tells the histories of some applications line by line in the order of time, a page at a time: however long they are, as many lines are in memory.
 * What cannot be read, such as an application of an unknown licence type, is told to `onError` and left out.
 */
export class LineTeller {
  private readonly offices = new Interned<Filed['offices']>();

  constructor(
    private readonly reading: Pick<Reading, 'source' | 'library'>,
    private readonly onError: (error: Error) => void,
    private readonly pageSize = PAGE,
  ) {}

  /** @param hear is given each page; nothing further is read before it is done. */
  async tell(ids: readonly string[], hear: (page: Told[]) => Promise<void>): Promise<void> {
    const fetch = FETCH.replace('@lines', String(this.pageSize));
    const unreadable = new Set<string>();
    await this.reading.source.transaction(async (tx) => {
      await tx.query(LINES, [ids]);
      for (;;) {
        const lines: LineRow[] = await tx.query(fetch);
        if (lines.length > 0) await hear(await this.withApplications(tx, lines, unreadable));
        if (lines.length < this.pageSize) return;
      }
    });
  }

  private async withApplications(tx: EntityManager, lines: readonly LineRow[], unreadable: Set<string>): Promise<Told[]> {
    const rows: ApplicationRow[] = await tx.query(APPLICATIONS, [[...new Set(lines.map(({ id }) => id))].filter((id) => !unreadable.has(id))]);
    const known = new Map(rows.flatMap((row) => {
      const definition = this.definitionOf(row);
      if (!definition) unreadable.add(row.id);
      return definition ? [[row.id, { filed: this.filedOf(row, definition), promised: row.promised }] as const] : [];
    }));
    return lines.flatMap(({ id, revision, type, at, value }) => {
      const application = known.get(id);
      return application ? [{ ...application, line: { revision, type, at: at.getTime(), state: { value } } }] : [];
    });
  }

  private definitionOf({ code, version }: ApplicationRow): LicenceDefinition | undefined {
    try {
      return this.reading.library.getLicence(code, version);
    } catch (error) {
      this.onError(error as Error);
      return undefined;
    }
  }

  /** Of the offices only which they are: thousands have the same. */
  private filedOf({ id, caseId, offices }: ApplicationRow, definition: LicenceDefinition): Filed {
    const only = Object.fromEntries(Object.entries(offices).map(([lane, { office }]) => [lane, { office }]));
    return { id, caseId, code: definition.code, definition, offices: this.offices.of(JSON.stringify(only), () => only) };
  }
}
