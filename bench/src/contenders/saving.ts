import { advance, type Facts } from '@anuyat/licence-kit';
import type { RunningRegistrar } from '@anuyat/registrar';
import { IsNull } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { moveOf } from '../../../libs/registrar/src/moving';
import type { ApplicationRow } from '../../../libs/registrar/src/application-row';
import { answers } from '../ground/filing';
import { processLicence, walk } from '../ground/process-licence';
import { applicationOfSaving, historyOfSaving, outboxOfSaving, timerOfSaving } from './saving-entities';

const facts: Facts = { ...answers, place: {}, filing: { date: '2026-11-23' } };

/**
 * The obvious version: load the entity, change it, save it; the same rows as the door writes, in one transaction, on the same data source.
 * It checks neither permission nor data nor keys.
 */
export async function receiveBySaving({ source, calendar }: RunningRegistrar, id: string, { type, actor }: (typeof walk)[number]): Promise<void> {
  await source.transaction(async (tx) => {
    const application = await tx.findOneOrFail(applicationOfSaving, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const row: ApplicationRow = { ...(application as ApplicationRow), now: new Date(), kept: null };
    const move = moveOf(row, { applicationId: id, type, actor }, { advanced: advance(processLicence, row.state, type, facts), data: {} }, calendar);
    const { entry, status, hash, previousHash, clocks } = move;
    Object.assign(application, { state: entry.state, status, revision: entry.revision, lastHash: hash, movedAt: entry.at });
    await tx.save(applicationOfSaving, application);
    await tx.save(historyOfSaving, { ...entry, previousHash, hash });
    const stopped = clocks.stopsAll || clocks.stop.length > 0 ? await tx.find(timerOfSaving, { where: { applicationId: id, stoppedAt: IsNull(), firedAt: IsNull() } }) : [];
    for (const timer of stopped) if (clocks.stopsAll || clocks.stop.includes(timer['name'])) await tx.save(timerOfSaving, { ...timer, stoppedAt: entry.at });
    await tx.save(outboxOfSaving, move.outbox.map((effect) => ({ id: uuidv7(), applicationId: id, caseId: move.caseId, revision: entry.revision, ...effect })));
  });
}
