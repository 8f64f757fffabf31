import type { Actor, ApplicationView, LaneView } from '@anuyat/contract';
import { bangkokDate, workingDaysBetween } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { acceptedEvents, awaitsAnswer, pathsOf, textOf, wordFor, type LaneDefinition, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import type { DefinitionLibrary } from '../definition-library';
import type { GovernmentCalendar } from '../government-calendar';
import { maySend } from '../permission';
import { readDossiers, type Dossier, type FiledApplication } from './dossier';
import { deemedApproved } from './deemed-approved';
import { laneStory, stationsOf } from './lane-story';
import { timeSpent } from './time-spent';

/** What reading applications needs of the process. */
export interface Reading {
  source: DataSource;
  library: DefinitionLibrary;
  calendar: GovernmentCalendar;
}

/** Applications with their lanes as `reader` may see them; of a case, or by their ids. The caller has checked who may look. */
export async function readApplications(reading: Reading, which: { caseId: string } | { ids: string[] }, reader: Actor | null): Promise<ApplicationView[]> {
  return applicationsOf(await readDossiers(reading.source, which), reading, reader);
}

/** As {@link readApplications}, told from dossiers that were read. @param reader null: nothing may be done. */
export function applicationsOf(dossiers: readonly Dossier[], { library, calendar }: Pick<Reading, 'library' | 'calendar'>, reader: Actor | null): ApplicationView[] {
  return dossiers.map((dossier) => viewOf(dossier, library.getLicence(dossier.application.code, dossier.application.version), calendar, reader));
}

function viewOf(dossier: Dossier, definition: LicenceDefinition, calendar: GovernmentCalendar, reader: Actor | null): ApplicationView {
  const { application } = dossier;
  const lanes = definition.lifeOf ? [] : definition.lanes.map((lane) => laneView(lane, dossier, definition, calendar));
  const due = lanes.filter(({ verdict, dueAt }) => verdict === null && dueAt !== null).map(({ dueAt }) => dueAt ?? '').sort()[0] ?? null;
  return {
    id: application.id,
    caseId: application.caseId,
    number: application.number,
    code: application.code,
    version: application.version,
    kind: definition.kind,
    title: textOf(definition.texts, 'title'),
    status: application.status,
    revision: application.revision,
    dueAt: due,
    isOverdue: lanes.some(({ isOverdue }) => isOverdue),
    submittedAt: application.submittedAt.toISOString(),
    receivedAtLegal: application.receivedAtLegal.toISOString(),
    ...startOf(dossier),
    lanes,
    standsIn: pathsOf(application.state.value),
    tracks: timeSpent(application, dossier.ledger, definition, calendar, new Date()),
    may: reader ? eventsFor(reader, definition, application) : [],
  };
}

/** The offices' time begins with the legal receipt, or, for one that waited for another licence, when it started. */
function startOf({ application, history }: Dossier): { reviewStartedAt?: string } {
  const started = history.find(({ type }) => type === 'prerequisites.met');
  if (started) return { reviewStartedAt: started.at.toISOString() };
  return history[0]?.state.value === 'waiting' ? {} : { reviewStartedAt: application.receivedAtLegal.toISOString() };
}

/** The events that somebody may send now. */
export function eventsFor(reader: Actor, definition: LicenceDefinition, application: FiledApplication): string[] {
  return acceptedEvents(definition, application.state).filter((type) => {
    const rule = definition.events[type];
    return rule !== undefined && maySend(reader, rule, application);
  });
}

function laneView(lane: LaneDefinition, { application, history, clocks }: Dossier, definition: LicenceDefinition, calendar: GovernmentCalendar): LaneView {
  const story = laneStory(lane.id, history);
  const config = definition.machine.states?.['review']?.states?.[lane.id]?.states?.[story.state];
  const isOver = story.verdict !== null || story.hasEnded;
  const clock = isOver ? undefined : clocks.find(({ name, isStopped }) => !isStopped && name === (awaitsAnswer(story.state) ? `${lane.id}.answer` : `${lane.id}.due`));
  const office = application.offices[lane.id];
  const now = new Date();
  const stateLabelOf = (): Text => {
    if (application.status === 'waiting') return wordFor('state.waiting');
    return story.isDeemed ? deemedApproved(definition) : textOf(definition.texts, config?.meta?.label ?? `state.${story.state}`);
  };
  return {
    id: lane.id,
    title: textOf(definition.texts, `lanes.${lane.id}`),
    office: getOffice(office?.office ?? ''),
    officeBecause: office?.because ?? { th: '', en: '' },
    state: story.state,
    stateLabel: stateLabelOf(),
    owner: isOver || story.stays.length === 0 ? null : config?.meta?.owner ?? null,
    verdict: story.verdict,
    since: story.since?.toISOString() ?? null,
    dueAt: clock?.dueAt.toISOString() ?? null,
    daysLeft: clock ? daysLeft(now, clock.dueAt, calendar) : null,
    isOverdue: clock !== undefined && !awaitsAnswer(story.state) && clock.dueAt < now,
    uncertainYears: clock ? calendar.gapsBetween(now, clock.dueAt) : [],
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
