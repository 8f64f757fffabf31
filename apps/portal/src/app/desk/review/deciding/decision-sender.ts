import type { EventReply, EventRequest, Problem, TaskView, TimelineEntry } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { toProblem } from '../../../core/problem';
import { changedDocuments, changedFacts } from '../answers/changes';

/** Something that somebody else did to the application while an officer was deciding. */
export interface Happening {
  at: string;
  /** Absent when only the event's type is known. */
  what?: Text;
  type?: string;
  by: Text;
  note?: string;
}

/** Sent; or overtaken by what happened meanwhile. Anything else that went wrong is thrown. */
export type Outcome = { kind: 'done'; reply: EventReply; task?: TaskView } | { kind: 'overtaken'; happened: Happening[]; task?: TaskView };

/** What is decided, on which view of the task. `key` is the idempotency key that the open form holds. */
export interface Decision {
  seen: TaskView;
  type: string;
  data: Record<string, unknown>;
  key: string;
}

/** What the sender needs of the page: the one door, and the task as it is now. */
export interface SenderTools {
  send(applicationId: string, request: EventRequest, key: string): Promise<EventReply>;
  refetch(): Promise<TaskView>;
}

const ENDINGS = new Set(['refused', 'returned', 'lapsed', 'withdrawn', 'issued']);

/**
 * Sends a decision on the revision that the officer saw. Where another lane moved meanwhile, which says nothing about
 * this one, the decision is sent once more on the newest revision; where this lane moved, the application ended or what the lane
 * reads changed, nothing is sent and what happened is told, because the officer decided on something that is no longer so.
 */
export class DecisionSender {
  constructor(private readonly tools: SenderTools) {}

  /** @throws what the door or the line refused, when it is neither a stale revision nor an act that came too late. */
  async decide(decision: Decision): Promise<Outcome> {
    try {
      return await this.send(decision, decision.seen, decision.key);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code !== 'stale-revision' && problem.code !== 'event-not-accepted') throw error;
      const fresh = await this.tools.refetch().catch(() => undefined);
      if (!fresh || !this.maySendAgain(problem, fresh, decision)) return overtaken(problem, decision.seen, fresh);
      return this.sendOnNewest(decision, fresh);
    }
  }

  private maySendAgain(problem: Problem, fresh: TaskView, { seen, type }: Decision): boolean {
    if (problem.code !== 'stale-revision' || !problem.changes?.length) return false;
    const concerns = problem.changes.some((change) => concernsLane(change.type, seen.lane));
    return !concerns && !hasOtherFacts(seen, fresh) && fresh.acts.some((act) => act.event === type);
  }

  private async sendOnNewest(decision: Decision, fresh: TaskView): Promise<Outcome> {
    try {
      return await this.send(decision, fresh, crypto.randomUUID());
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code !== 'stale-revision' && problem.code !== 'event-not-accepted') throw error;
      const newest = await this.tools.refetch().catch(() => fresh);
      return overtaken(problem, decision.seen, newest);
    }
  }

  private async send({ type, data }: Decision, on: TaskView, key: string): Promise<Outcome> {
    const reply = await this.tools.send(on.applicationId, { type, data, revision: on.application.revision }, key);
    return { kind: 'done', reply };
  }
}

/** Whether an event changes what this lane decides on: its own events, and those that end the application. */
export function concernsLane(type: string, lane: string): boolean {
  return type.startsWith(`${lane}.`) || ENDINGS.has(type.slice(type.lastIndexOf('.') + 1));
}

/** Whether what the lane reads is no longer what the officer read: an answer to another lane may have changed it. */
function hasOtherFacts(seen: TaskView, fresh: TaskView): boolean {
  return changedFacts(seen, fresh).length > 0 || changedDocuments(seen, fresh).length > 0;
}

function overtaken(problem: Problem, seen: TaskView, fresh: TaskView | undefined): Outcome {
  const told = new Set(seen.history.map(({ id }) => id));
  const entries = (fresh?.history ?? []).filter(({ id }) => !told.has(id));
  const happened = entries.length > 0 ? entries.map(ofEntry) : (problem.changes ?? []).map(({ type, at, by }) => ({ type, at, by: { th: by, en: by } }));
  return { kind: 'overtaken', happened: happened.sort((a, b) => a.at.localeCompare(b.at)), task: fresh };
}

function ofEntry({ at, what, by, note }: TimelineEntry): Happening {
  return { at, what, by, ...(note ? { note } : {}) };
}
