import { DBOS } from '@dbos-inc/dbos-sdk';

/** The seven steps as DBOS Transact runs them. */
export interface DbosContender {
  /** One workflow of seven steps. */
  bySteps(caseId: string): Promise<void>;
  /** The four reviews as child workflows side by side. */
  byChildren(caseId: string): Promise<void>;
  /** How many workflows of that name succeeded. */
  stop(): Promise<void>;
}

const silent = { info: () => undefined, debug: () => undefined, warn: () => undefined, error: (...said: unknown[]) => process.stderr.write(`    ! DBOS: ${String(said[0])}\n`) };

const step = async (name: string, caseId: string): Promise<unknown> =>
  DBOS.runStep(() => Promise.resolve({ caseId, event: name, by: { accountId: '33333333-3333-4333-8333-333333333333', name: 'Officer' } }), { name });

const review = DBOS.registerWorkflow(async (lane: string, caseId: string) => step(`${lane}.approved`, caseId), { name: 'review' });

const steps = DBOS.registerWorkflow(
  async (caseId: string, lanes: string[]) => {
    await step('submitted', caseId);
    for (const lane of lanes) await step(`${lane}.approved`, caseId);
    await step('fee.paid', caseId);
    await step('licence.issued', caseId);
  },
  { name: 'steps' },
);

const children = DBOS.registerWorkflow(
  async (caseId: string, lanes: string[]) => {
    await step('submitted', caseId);
    const handles = [];
    for (const lane of lanes) handles.push(await DBOS.startWorkflow(review)(lane, caseId));
    for (const handle of handles) await handle.getResult();
    await step('fee.paid', caseId);
    await step('licence.issued', caseId);
  },
  { name: 'children' },
);

/** Launches DBOS on a database of its own; with a pool of the same size as ours. */
export async function startDbos(url: string, lanes: readonly string[]): Promise<DbosContender> {
  DBOS.setConfig({ name: 'anuyat-bench', systemDatabaseUrl: url, systemDatabasePoolSize: 8, logger: silent as never });
  await DBOS.launch();
  return {
    bySteps: (caseId) => steps(caseId, [...lanes]),
    byChildren: (caseId) => children(caseId, [...lanes]),
    stop: () => DBOS.shutdown(),
  };
}
