import type { PromiseView } from '@anuyat/contract';
import { ENDED, type LicenceDefinition } from '@anuyat/licence-kit';
import type { Reading } from '@anuyat/registrar';
import { PromiseStore, type KeptPromise } from './promise-store';
import { sayBasis, sayReason, titleIn } from './promise-words';

interface OpenRow {
  id: string;
  code: string;
  version: number;
}

const OPEN = `
  SELECT a.id, a.code, a.version FROM application a JOIN promise_watch w ON w.application_id = a.id
   WHERE (a.case_id = $1 OR a.id = $2) AND w.ended_at IS NULL AND a.life_of IS NULL ORDER BY a.id`;

const hasEnded = (status: string): boolean => ENDED.some((each) => each === status);

/** Promises of open applications in words, with all that was promised before and why it moved. The caller has checked who may look. */
export class PromiseReader {
  private readonly store: PromiseStore;

  constructor(private readonly reading: Pick<Reading, 'source' | 'library'>) {
    this.store = new PromiseStore(reading.source);
  }

  /** @param applications as they stand: nothing is promised of one that has ended. */
  async ofCase(caseId: string, applications: readonly { id: string; status: string }[]): Promise<PromiseView[]> {
    const running = new Set(applications.filter(({ status }) => !hasEnded(status)).map(({ id }) => id));
    return this.read((await this.reading.source.query(OPEN, [caseId, null])).filter(({ id }: OpenRow) => running.has(id)));
  }

  /** @returns null where nothing is said of it, or where it has ended. */
  async find({ id, status }: { id: string; status: string }): Promise<PromiseView | null> {
    if (hasEnded(status)) return null;
    const [view] = await this.read(await this.reading.source.query(OPEN, [null, id]));
    return view ?? null;
  }

  private async read(rows: readonly OpenRow[]): Promise<PromiseView[]> {
    if (rows.length === 0) return [];
    const kept = Map.groupBy(await this.store.ofApplications(rows.map(({ id }) => id)), ({ applicationId }) => applicationId);
    return rows.flatMap(({ id, code, version }) => {
      const promises = kept.get(id);
      return promises ? [viewOf(promises, this.reading.library.getLicence(code, version), (other) => titleIn(this.reading.library.findNewestLicence(other)?.definition, other))] : [];
    });
  }
}

function viewOf(promises: readonly KeptPromise[], definition: LicenceDefinition, titleOf: Parameters<typeof sayReason>[2]): PromiseView {
  const last = promises.at(-1) as KeptPromise;
  const isPromised = last.promisedOn !== null;
  return {
    applicationId: last.applicationId,
    by: last.promisedOn,
    statutoryBy: last.statutoryOn,
    standing: isPromised ? 'promised' : last.basis.finished < last.basis.needed ? 'too-little-known' : 'taking-longer',
    at: last.at.toISOString(),
    because: sayBasis(last.basis, isPromised, definition, titleOf),
    revisions: promises.toReversed().map(({ at, promisedOn, statutoryOn, reason }) => ({ at: at.toISOString(), by: promisedOn, statutoryBy: statutoryOn, reason: sayReason(reason, definition, titleOf) })),
  };
}
