import type { Actor, ApplicationStatus, ApplicationView, LaneView } from '@anuyat/contract';
import { bangkokDate, workingDaysBetween } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { acceptedEvents, textOf, type LaneDefinition, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import type { LaneOffice } from '../application-row';
import type { DefinitionLibrary } from '../definition-library';
import type { GovernmentCalendar } from '../government-calendar';
import { maySend } from '../permission';
import { readHistories, type HistoryLine } from './history-line';
import { laneStory, stationsOf } from './lane-story';

/** What reading applications needs of the process. */
export interface Reading {
  source: DataSource;
  library: DefinitionLibrary;
  calendar: GovernmentCalendar;
}

interface Row {
  id: string;
  case_id: string;
  number: string | null;
  code: string;
  version: number;
  revision: number;
  state: StoredState;
  status: ApplicationStatus;
  offices: Record<string, LaneOffice>;
  account_id: string;
  submitted_at: Date;
  received_at_legal: Date;
}

interface TimerRow {
  application_id: string;
  name: string;
  due_at: Date;
}

/** Applications with their lanes as `reader` may see them; of a case, or by their ids. The caller has checked who may look. */
export async function readApplications(reading: Reading, which: { caseId: string } | { ids: string[] }, reader: Actor | null): Promise<ApplicationView[]> {
  const { source } = reading;
  const rows: Row[] = await source.query(
    `SELECT id, case_id, number, code, version, revision, state, status, offices, account_id, submitted_at, received_at_legal
       FROM application WHERE case_id = $1 OR id = ANY($2) ORDER BY id`,
    ['caseId' in which ? which.caseId : null, 'ids' in which ? which.ids : []],
  );
  const ids = rows.map(({ id }) => id);
  const histories = await readHistories(source, ids);
  const timers: TimerRow[] = await source.query(
    `SELECT application_id, name, due_at FROM timer WHERE application_id = ANY($1) AND stopped_at IS NULL`,
    [ids],
  );
  return rows.map((row) => viewOf(row, histories.get(row.id) ?? [], timers.filter((timer) => timer.application_id === row.id), reading, reader));
}

function viewOf(row: Row, lines: HistoryLine[], timers: TimerRow[], reading: Reading, reader: Actor | null): ApplicationView {
  const definition = reading.library.getLicence(row.code, row.version);
  const lanes = definition.lanes.map((lane) => laneView(lane, row, lines, timers, definition, reading.calendar));
  const due = lanes.filter(({ verdict, dueAt }) => verdict === null && dueAt !== null).map(({ dueAt }) => dueAt ?? '').sort()[0] ?? null;
  return {
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    code: row.code,
    version: row.version,
    kind: definition.kind,
    title: textOf(definition.texts, 'title'),
    status: row.status,
    revision: row.revision,
    dueAt: due,
    isOverdue: lanes.some(({ isOverdue }) => isOverdue),
    submittedAt: row.submitted_at.toISOString(),
    receivedAtLegal: row.received_at_legal.toISOString(),
    lanes,
    may: reader ? eventsFor(reader, definition, row) : [],
  };
}

/** The events that somebody may send now. */
function eventsFor(reader: Actor, definition: LicenceDefinition, row: Row): string[] {
  const application = { accountId: row.account_id, offices: row.offices };
  return acceptedEvents(definition, row.state).filter((type) => {
    const rule = definition.events[type];
    return rule !== undefined && maySend(reader, rule, application);
  });
}

function laneView(lane: LaneDefinition, row: Row, lines: HistoryLine[], timers: TimerRow[], definition: LicenceDefinition, calendar: GovernmentCalendar): LaneView {
  const story = laneStory(lane.id, lines);
  const config = definition.machine.states?.['review']?.states?.[lane.id]?.states?.[story.state];
  const isOver = story.verdict !== null || story.hasEnded;
  const timer = isOver ? undefined : timers.find(({ name }) => name === (story.state === 'asked' ? `${lane.id}.answer` : `${lane.id}.due`));
  const office = row.offices[lane.id];
  const now = new Date();
  return {
    id: lane.id,
    title: textOf(definition.texts, `lanes.${lane.id}`),
    office: getOffice(office?.office ?? ''),
    officeBecause: office?.because ?? { th: '', en: '' },
    state: story.state,
    stateLabel: textOf(definition.texts, config?.meta?.label ?? `state.${story.state}`),
    owner: isOver ? null : config?.meta?.owner ?? null,
    verdict: story.verdict,
    since: story.since?.toISOString() ?? null,
    dueAt: timer?.due_at.toISOString() ?? null,
    daysLeft: timer ? daysLeft(now, timer.due_at, calendar) : null,
    isOverdue: timer !== undefined && story.state !== 'asked' && timer.due_at < now,
    stations: stationsOf(definition, lane.id, story),
    ...(story.note ? { note: story.note } : {}),
  };
}

/** Working days from today to the day something is due; negative when it is late. */
export function daysLeft(now: Date, dueAt: Date, calendar: GovernmentCalendar): number {
  const today = bangkokDate(now);
  const due = bangkokDate(dueAt);
  return due >= today ? workingDaysBetween(today, due, calendar.dates) : Math.min(-1, workingDaysBetween(today, due, calendar.dates));
}
