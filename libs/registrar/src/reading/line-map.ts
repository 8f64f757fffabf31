import type { ApplicationView, LineMap, StationState, StationView } from '@anuyat/contract';
import { wordFor, type Text } from '@anuyat/licence-kit';

const COLOURS = 8;

/** The metro map of some applications: a line for each application's way, and one for each of its lanes. */
export function lineMapOf(applications: ApplicationView[]): LineMap {
  let colour = 0;
  return {
    lines: applications.flatMap((application) => [
      {
        id: `${application.id}:way`,
        title: application.title,
        colour: colour++ % COLOURS,
        group: application.id,
        groupTitle: application.title,
        stations: wayOf(application),
      },
      ...application.lanes.map((lane) => ({
        id: `${application.id}:${lane.id}`,
        title: lane.title,
        subtitle: lane.office.title,
        colour: colour++ % COLOURS,
        group: application.id,
        groupTitle: application.title,
        stations: application.kind === 'appeal' ? stationsOfBody(lane.stations, application.status) : lane.stations,
      })),
    ]),
  };
}

/** Submitted, reviewed, paid, issued: the way that all lanes of an application share. */
function wayOf({ status, submittedAt, kind, lanes }: ApplicationView): StationView[] {
  if (kind === 'appeal') return appealWay(status, submittedAt, lanes);
  if (status === 'waiting') return waitingWay(submittedAt);
  const order = ['in-review', 'awaiting-payment', 'issuing', 'issued'];
  const at = order.indexOf(status === 'awaiting-answer' ? 'in-review' : status);
  const isBroken = at < 0;
  const stateAt = (place: number): StationState => {
    if (isBroken) return place === 0 ? 'failed' : 'skipped';
    if (place < at || status === 'issued') return 'done';
    return place === at ? 'now' : 'ahead';
  };
  const stations: StationView[] = [
    { id: 'submitted', title: wordFor('event.submitted'), state: 'done', kind: 'main', at: submittedAt },
    { id: 'review', title: isBroken ? wordFor(`state.${status}`) : wordFor('state.review'), state: stateAt(0), kind: 'main' },
    { id: 'payment', title: payment, state: stateAt(1), kind: 'main' },
    { id: 'issued', title: kind === 'licence' ? wordFor('event.issued') : done, state: stateAt(3) === 'ahead' && stateAt(2) === 'now' ? 'now' : stateAt(3), kind: 'end' },
  ];
  return stations;
}

/** Nothing runs yet: it waits for a licence that comes first. */
function waitingWay(submittedAt: string): StationView[] {
  return [
    { id: 'submitted', title: wordFor('event.submitted'), state: 'done', kind: 'main', at: submittedAt },
    { id: 'waiting', title: wordFor('state.waiting'), state: 'now', kind: 'detour' },
    { id: 'review', title: wordFor('state.review'), state: 'ahead', kind: 'main' },
    { id: 'payment', title: payment, state: 'ahead', kind: 'main' },
    { id: 'issued', title: done, state: 'ahead', kind: 'end' },
  ];
}

const APPEAL_ENDS: readonly string[] = ['upheld', 'annulled', 'granted', 'not-admitted', 'withdrawn'];

/** Filed, looked at by each body in its turn, decided: no fee and no licence. */
function appealWay(status: ApplicationView['status'], submittedAt: string, lanes: ApplicationView['lanes']): StationView[] {
  const hasEnded = APPEAL_ENDS.includes(status);
  const outcome = hasEnded ? wordFor(outcomeLabel(status)) : decision;
  return [
    { id: 'submitted', title: filed, state: 'done', kind: 'main', at: submittedAt },
    ...lanes.map(({ id, title, stations }): StationView => ({ id: `at-${id}`, title, state: stateOfBody(stationsOfBody(stations, status), hasEnded), kind: 'main' })),
    { id: 'decided', title: outcome, state: !hasEnded ? 'ahead' : status === 'annulled' || status === 'granted' ? 'done' : 'failed', kind: 'end' },
  ];
}

/** A body that never had its turn, because it was over before, is passed by. */
function stateOfBody(stations: readonly StationView[], hasEnded: boolean): StationState {
  if (!hasEnded && stations.some(({ state }) => state === 'now')) return 'now';
  if (stations.some(({ at }) => at !== undefined)) return 'done';
  return hasEnded ? 'skipped' : 'ahead';
}

/** The stations of one body: where it was when the appeal was decided is done, and no way that it might end is drawn before it did. */
function stationsOfBody(stations: readonly StationView[], status: ApplicationView['status']): StationView[] {
  const isDecided = APPEAL_ENDS.includes(status) && status !== 'withdrawn';
  return stations.flatMap((station) => {
    if (station.at === undefined) return station.kind === 'end' ? [] : [station];
    return [isDecided || station.kind === 'end' ? { ...station, state: 'done' as const } : station];
  });
}

function outcomeLabel(status: string): string {
  return status === 'not-admitted' ? 'state.notAdmitted' : status === 'withdrawn' ? 'state.appealWithdrawn' : `state.${status}`;
}

const filed: Text = { th: 'ยื่นอุทธรณ์', en: 'Appeal filed' };
const decision: Text = { th: 'คำวินิจฉัยอุทธรณ์', en: 'Decision on the appeal' };
const payment: Text = { th: 'ชำระค่าธรรมเนียม', en: 'Fee' };
const done: Text = { th: 'ออกเอกสาร', en: 'Document issued' };
