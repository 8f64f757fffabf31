/** One line of an event log: what happened to which case, when, and at whose desk. */
export interface LoggedEvent {
  caseId: string;
  activity: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Who did it; empty where the log does not say. */
  resource: string;
}

/** A case with its events in the order of time; it begins with the first and ends with the last. */
export interface LoggedCase {
  id: string;
  events: LoggedEvent[];
  startedAt: number;
  endedAt: number;
}

/** The cases of a log, by their beginning. @throws when there are too few to split the log by time. */
export function casesOf(events: readonly LoggedEvent[]): LoggedCase[] {
  const byCase = Map.groupBy(events, ({ caseId }) => caseId);
  const cases = [...byCase].map(([id, own]) => {
    const inOrder = [...own].sort((a, b) => a.at - b.at);
    return { id, events: inOrder, startedAt: inOrder[0]?.at ?? 0, endedAt: inOrder.at(-1)?.at ?? 0 };
  });
  if (cases.length < LEAST_CASES) throw new Error(`The log holds ${cases.length} cases; a back-test needs ${LEAST_CASES} at least.`);
  return cases.sort((a, b) => a.startedAt - b.startedAt);
}

const LEAST_CASES = 100;
