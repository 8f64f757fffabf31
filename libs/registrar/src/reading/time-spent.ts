import type { StretchView, TrackView } from '@anuyat/contract';
import { bangkokDate, workingDaysBetween } from '@anuyat/dictionary';
import { getOffice } from '@anuyat/dictionary/reference';
import { groundFor, OWN_TRACK, textOf, type Clock, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { GovernmentCalendar } from '../government-calendar';
import { stretchesOf, type LedgerLine, type Stretch } from '../ledger/stretches';
import type { FiledApplication } from './dossier';

/** Who had how much of the time, lane by lane and then on the application's own track, in the law's words. */
export function timeSpent(application: FiledApplication, ledger: readonly LedgerLine[], definition: LicenceDefinition, calendar: GovernmentCalendar, now: Date): TrackView[] {
  const byTrack = Map.groupBy(stretchesOf(ledger), ({ track }) => track);
  const lanes = definition.lanes.flatMap((lane): TrackView[] => {
    const stretches = byTrack.get(lane.id);
    if (!stretches) return [];
    const office = getOffice(application.offices[lane.id]?.office ?? '').title;
    return [{ lane: lane.id, title: textOf(definition.texts, `lanes.${lane.id}`), stretches: stretches.map((stretch) => viewOf(stretch, office, lane.clock, calendar, now)) }];
  });
  const own = byTrack.get(OWN_TRACK) ?? [];
  return [...lanes, ...(own.length > 0 ? [{ lane: null, title: whole, stretches: own.map((stretch) => viewOf(stretch, offices, undefined, calendar, now)) }] : [])];
}

function viewOf({ party, ground, from, until }: Stretch, office: Text, clock: Clock | undefined, calendar: GovernmentCalendar, now: Date): StretchView {
  const { title, citation } = groundFor(ground ?? '');
  const end = until ?? now;
  const limit = party === 'office' ? clock : undefined;
  const unit = limit?.unit ?? 'working';
  return {
    party: party as StretchView['party'],
    who: party === 'office' || party === 'lanes' ? office : parties[party as keyof typeof parties],
    ground: title,
    citation: citation ?? null,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
    days: end <= from ? 0 : unit === 'working' ? workingDaysBetween(bangkokDate(from), bangkokDate(end), calendar.dates) : calendarDays(from, end),
    unit,
    allowed: limit?.days ?? null,
    isOver: limit !== undefined && end > calendar.dueAt(from, limit.days, limit.unit),
  };
}

function calendarDays(from: Date, until: Date): number {
  return (Date.parse(bangkokDate(until)) - Date.parse(bangkokDate(from))) / DAY_MS;
}

const DAY_MS = 86_400_000;
const whole: Text = { th: 'ทั้งคำขอ', en: 'The whole application' };
const offices: Text = { th: 'หน่วยงานที่พิจารณา', en: 'The offices' };
const parties = {
  applicant: { th: 'ผู้ยื่นคำขอ', en: 'The applicant' },
  bank: { th: 'ธนาคารหรือคลัง', en: 'The bank or treasury' },
  portal: { th: 'ระบบอนุญาต', en: 'Anuyat' },
  law: { th: 'หยุดโดยผลของกฎหมาย', en: 'Suspended by law' },
  nobody: { th: '', en: '' },
} satisfies Record<string, Text>;
