import type { ApplicationStatus } from '@anuyat/contract';
import { advance, open, setFact, type Facts, type LicenceDefinition } from '@anuyat/licence-kit';
import { ledgerOf } from '../ledger/told-ledger';
import type { Dossier, HistoryLine } from '../reading/dossier';

export interface ToldEvent {
  type: string;
  data?: Record<string, unknown>;
  actor?: HistoryLine['actor'];
}

const START = Date.UTC(2026, 10, 23, 3);
const HOUR = 3_600_000;

/** The time of a line: each comes an hour after the one before. */
export function timeOfLine(revision: number): Date {
  return new Date(START + (revision - 1) * HOUR);
}

/** The dossier of an application to which these events happened, an hour apart; as the database would give it. */
export function toldDossier(definition: LicenceDefinition, facts: Facts, events: readonly ToldEvent[], id = 'a0000000-0000-7000-8000-000000000001'): Dossier {
  let answers = facts;
  let step = open(definition, answers);
  const lineOf = ({ type, data = {}, actor = { kind: 'person', name: { th: 'ใคร', en: 'Somebody' } } }: ToldEvent, revision: number): HistoryLine => ({
    applicationId: id, revision, type, data, actor, state: step.state, at: timeOfLine(revision),
  });
  const history = [lineOf({ type: 'submitted' }, 1)];
  for (const event of events) {
    for (const [path, value] of Object.entries((event.data?.['changes'] ?? {}) as Record<string, unknown>)) answers = setFact(answers, path, value);
    step = advance(definition, step.state, event.type, answers);
    history.push(lineOf(event, history.length + 1));
  }
  const because = { th: '', en: '' };
  return {
    application: {
      id, caseId: 'c0000000-0000-7000-8000-000000000001', number: 'T1-1', code: definition.code, version: definition.version, revision: history.length, state: step.state, status: step.status as ApplicationStatus,
      offices: Object.fromEntries(definition.lanes.map(({ id: lane }) => [lane, { office: 'bma-1039-registry', agency: 'bma', because }])),
      accountId: '11111111-1111-4111-8111-111111111111', submittedAt: timeOfLine(1), receivedAtLegal: timeOfLine(1),
    },
    history,
    clocks: [],
    ledger: ledgerOf(definition, timeOfLine(1), history),
  };
}
