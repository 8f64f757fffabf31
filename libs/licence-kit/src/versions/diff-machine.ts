import type { EventRule, LicenceDefinition } from '../definition/licence-definition';
import type { EffectRef, StateConfig, TransitionConfig } from '../definition/machine';
import type { Text } from '../definition/text';
import { actOf, words } from '../blocks/words';
import { chartOf, type Place } from '../prover/chart';
import { labelOf, laneTitle } from '../prover/story';
import { differenceOf, listed, matched, plain, type Difference, type Pair } from './difference';

/** States and events that differ. */
export function diffMachine({ before, after }: Pair): Difference[] {
  return [...diffStates(before, after), ...diffEvents(before, after)];
}

function diffStates(before: LicenceDefinition, after: LicenceDefinition): Difference[] {
  const placesOf = (definition: LicenceDefinition): Place[] => [...chartOf(definition.machine).places.values()].filter(({ path }) => path !== '');
  return matched(placesOf(before), placesOf(after), ({ path }) => path).flatMap(({ name, before: old, after: now }) => {
    const what = now ? labelOf(after, now) : labelOf(before, old as Place);
    return differenceOf('states', name, what, { before: ownOf(old), after: ownOf(now) }, sayState);
  });
}

type OwnConfig = Omit<StateConfig, 'states'>;

/** A state without those below it, which are told of by themselves. */
function ownOf(place: Place | undefined): OwnConfig | undefined {
  if (!place) return undefined;
  const { states: _, ...own } = place.config;
  return own;
}

function sayState({ type, initial, on, always, onDone, entry, exit, meta }: OwnConfig): Text {
  const moves = [...Object.entries(on ?? {}), ...(always ? [['', always] as const] : []), ...(onDone ? [['', onDone] as const] : [])];
  return listed([
    meta?.owner ? { th: `ผู้ดำเนินการ ${meta.owner}`, en: `moved by ${meta.owner}` } : undefined,
    type === 'final' ? { th: 'สิ้นสุด', en: 'an end' } : undefined,
    initial ? { th: `เริ่มที่ ${initial}`, en: `begins at ${initial}` } : undefined,
    ...moves.flatMap(([event, transitions]) => transitions.map((transition) => plain(sayMove(event, transition)))),
    entry && entry.length > 0 ? { th: `เข้า: ${entry.map(sayEffect).join(', ')}`, en: `on entering: ${entry.map(sayEffect).join(', ')}` } : undefined,
    exit && exit.length > 0 ? { th: `ออก: ${exit.map(sayEffect).join(', ')}`, en: `on leaving: ${exit.map(sayEffect).join(', ')}` } : undefined,
  ]);
}

function sayMove(event: string, { target, elsewhere, guard, actions }: TransitionConfig): string {
  const rule = guard ? ` [${guard.params.rule ?? guard.type}]` : '';
  return `${event}${rule} → ${target ?? (actions ?? []).map(sayEffect).join(', ')}${elsewhere ? ` (others: ${elsewhere})` : ''}`.trim();
}

function sayEffect({ type, params }: EffectRef): string {
  const told = Object.values(params ?? {}).map(String).join(' ');
  return told === '' ? type : `${type}(${told})`;
}

function diffEvents(before: LicenceDefinition, after: LicenceDefinition): Difference[] {
  const rules = ({ events }: LicenceDefinition): { type: string; rule: EventRule }[] => Object.entries(events).map(([type, rule]) => ({ type, rule }));
  return matched(rules(before), rules(after), ({ type }) => type).flatMap(({ name, before: old, after: now }) => {
    const definition = now ? after : before;
    const word = words[`event.${actOf(name)}`] ?? plain(name);
    const lane = (now ?? old)?.rule.lane;
    const what = lane === undefined ? word : listed([laneTitle(definition, lane), word]);
    return differenceOf('events', `events.${name}`, what, { before: old?.rule, after: now?.rule }, sayRule);
  });
}

const senders: Record<EventRule['by'], Text> = {
  officer: { th: 'เจ้าหน้าที่', en: 'an officer' },
  applicant: { th: 'ผู้ยื่นคำขอ', en: 'the applicant' },
  portal: { th: 'ระบบ', en: 'the portal' },
};

function sayRule({ by, permission, data }: EventRule): Text {
  const fields = Object.keys(data?.properties ?? {}).join(', ');
  return listed([senders[by], permission ? plain(permission) : undefined, fields === '' ? undefined : plain(fields)]);
}
