import { createActor, setup, type AnyStateMachine, type Snapshot } from 'xstate';
import { DataSource, EntitySchema } from 'typeorm';
import { processLicence, walk } from '../ground/process-licence';

interface NaiveCase {
  id: string;
  status: string;
  snapshot: Snapshot<unknown>;
}

const naiveCase = new EntitySchema<NaiveCase>({
  name: 'naive_case',
  columns: { id: { type: 'uuid', primary: true }, status: { type: 'text' }, snapshot: { type: 'jsonb' } },
});

const machine = setup({ guards: { rule: () => true, feeIsDue: () => true, not: () => true } }).createMachine(processLicence.machine as never) as unknown as AnyStateMachine;

/** What one would write first: find, start an actor on the snapshot, send, save. No lock, no history, no effects. */
export interface NaiveContender {
  run(id: string): Promise<void>;
  countIssued(): Promise<number>;
  stop(): Promise<void>;
}

/** @param url a database of its own; its one table is made here. */
export async function startNaive(url: string): Promise<NaiveContender> {
  const source = await new DataSource({ type: 'postgres', url, entities: [naiveCase], synchronize: true, poolSize: 8 }).initialize();
  const cases = source.getRepository(naiveCase);
  return {
    run: async (id) => {
      const first = createActor(machine).start();
      await cases.save({ id, status: 'submitted', snapshot: first.getPersistedSnapshot() });
      for (const { type } of walk) {
        const found = await cases.findOneByOrFail({ id });
        const actor = createActor(machine, { snapshot: found.snapshot }).start();
        actor.send({ type });
        const { value } = actor.getSnapshot() as { value: unknown };
        await cases.save({ ...found, status: typeof value === 'string' ? value : 'review', snapshot: actor.getPersistedSnapshot() });
      }
    },
    countIssued: () => cases.countBy({ status: 'issued' }),
    stop: () => source.destroy(),
  };
}
