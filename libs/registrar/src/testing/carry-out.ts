import { Workshop, type EffectProcessor } from '@anuyat/outbox';
import type { RunningRegistrar } from '../start-registrar';

/** Does every effect that waits for these processors, and what comes of them, as a worker would: each in its own transaction. */
export async function carryOut({ source, backend, announcer, library }: RunningRegistrar, processors: EffectProcessor[]): Promise<void> {
  const workshop = new Workshop(source, backend, announcer, processors, () => undefined, (cause) => library.catchUp(cause));
  const effects = processors.flatMap((processor) => processor.effects);
  for (;;) {
    const rows: { id: string; effect: string }[] = await source.query(`SELECT id, effect FROM outbox WHERE effect = ANY($1) ORDER BY id`, [effects]);
    if (rows.length === 0) return;
    for (const { id, effect } of rows) await workshop.work(id, effect);
  }
}
