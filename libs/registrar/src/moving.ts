import type { Advanced, EventRule } from '@anuyat/licence-kit';
import { actorRecord, keyHolder } from './actor-record';
import type { ApplicationRow, HistoryEntry } from './application-row';
import type { Move } from './move';
import { clockChanges } from './clock-changes';
import { routeEffects } from './effect-routes';
import { handsAfter } from './hands';
import type { GovernmentCalendar } from './government-calendar';
import { chainHash } from './history-chain';
import { requestHashOf } from './kept-replies';
import { standsInFor } from './permission';
import type { Received, Reception } from './reception';

/** Everything that one accepted event writes. */
export function moveOf(
  application: ApplicationRow,
  reception: Reception,
  { advanced, data, rule, readAt = null }: { advanced: Advanced; data: Record<string, unknown>; rule?: EventRule; readAt?: number | null },
  calendar: GovernmentCalendar,
): Move {
  const { actor, key } = reception;
  const entry: HistoryEntry = {
    applicationId: application.id,
    revision: application.revision + 1,
    type: reception.type,
    data,
    actor: actorRecord(actor, standsInFor(actor, rule, application)),
    at: application.now,
    rulings: advanced.rulings,
    state: advanced.state,
    effects: advanced.effects,
  };
  const reply: Received = { applicationId: application.id, caseId: application.caseId, revision: entry.revision, status: advanced.status };
  return {
    entry,
    caseId: application.caseId,
    status: advanced.status,
    previousHash: application.lastHash,
    hash: chainHash(application.lastHash, entry),
    clocks: clockChanges(advanced.effects, calendar, application.now, data),
    handovers: advanced.handovers,
    outbox: routeEffects(advanced.effects, application.offices),
    hands: (rule && handsAfter(application.hands, rule, actor)) ?? null,
    firedTimer: reception.timer?.name ?? null,
    readAt,
    kept: key ? { actor: keyHolder(actor), key, requestHash: requestHashOf(reception), reply } : null,
  };
}

/** What the sender of the event is told. */
export function receivedOf({ entry, caseId, status }: Move): Received {
  return { applicationId: entry.applicationId, caseId, revision: entry.revision, status: status as Received['status'] };
}
