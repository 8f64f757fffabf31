import type { Clock, LaneDefinition, LicenceDefinition } from '../definition/licence-definition';
import type { EffectRef, StateConfig } from '../definition/machine';
import type { Text } from '../definition/text';
import { laneTitle } from '../prover/story';
import { textKeys } from '../forms/text-keys';
import { differenceOf, listed, matched, plain, type Difference, type Pair } from './difference';
import { titleIn } from './diff-form';

/** Lanes and time limits that differ. */
export function diffLanes({ before, after }: Pair): Difference[] {
  return [...diffDays(before, after), ...matched(before.lanes, after.lanes, ({ id }) => id).flatMap(({ name, before: old, after: now }) =>
    differenceOf('lanes', `lanes.${name}`, laneTitle(now ? after : before, name), { before: withoutClock(old), after: withoutClock(now) }, sayLane))];
}

type TimelessLane = Omit<LaneDefinition, 'clock'>;

function withoutClock(lane: LaneDefinition | undefined): TimelessLane | undefined {
  if (!lane) return undefined;
  const { clock: _, ...rest } = lane;
  return rest;
}

function sayLane({ law, duty, when, hasInspection, reads, readsDocuments }: TimelessLane): Text {
  return listed([
    plain(`${law} / ${duty}`),
    when === undefined ? { th: 'พิจารณาทุกคำขอ', en: 'always' } : { th: `พิจารณาเมื่อ ${when}`, en: `when ${when}` },
    hasInspection ? { th: 'ตรวจสถานที่', en: 'with a visit' } : undefined,
    { th: `อ่าน ${reads.join(', ')}`, en: `reads ${reads.join(', ')}` },
    readsDocuments.length > 0 ? { th: `เอกสาร ${readsDocuments.join(', ')}`, en: `papers ${readsDocuments.join(', ')}` } : undefined,
  ]);
}

function diffDays(before: LicenceDefinition, after: LicenceDefinition): Difference[] {
  const whole = differenceOf('days', 'clock', { th: 'ระยะเวลาทั้งคำขอ', en: 'The whole application' }, { before: before.clock, after: after.clock }, sayClock);
  const lanes = matched(before.lanes, after.lanes, ({ id }) => id).flatMap(({ name, before: old, after: now }) =>
    differenceOf('days', `lanes.${name}.clock`, titleIn(before, after, textKeys.lane(name)), { before: old?.clock, after: now?.clock }, sayClock));
  const laneClocks = new Set([...before.lanes, ...after.lanes].map(({ id }) => `${id}.due`));
  const others = matched(clocksOf(before), clocksOf(after), ({ name }) => name)
    .filter(({ name }) => !laneClocks.has(name))
    .flatMap(({ name, before: old, after: now }) => differenceOf('days', `clocks.${name}`, plain(name), { before: old?.days, after: now?.days }, (days) => ({ th: `${days} วัน`, en: `${days} days` })));
  return [...whole, ...lanes, ...others];
}

function sayClock({ days, unit, source }: Clock): Text {
  return {
    th: `${days} ${unit === 'working' ? 'วันทำการ' : 'วัน'} (${source.from})`,
    en: `${days} ${unit} days (${source.from})`,
  };
}

/** The time limits that a machine sets, each once. */
function clocksOf({ machine }: LicenceDefinition): { name: string; days: string }[] {
  const found = new Map<string, string>();
  const take = (effects: readonly EffectRef[] | undefined): void => {
    for (const { type, params } of effects ?? []) if (type === 'startClock') found.set(String(params['name']), `${String(params['days'])} ${String(params['unit'])}`);
  };
  const visit = (state: StateConfig): void => {
    take(state.entry);
    take(state.exit);
    for (const transition of [...Object.values(state.on ?? {}).flat(), ...(state.always ?? []), ...(state.onDone ?? [])]) take(transition.actions);
    Object.values(state.states ?? {}).forEach(visit);
  };
  visit(machine);
  return [...found].map(([name, days]) => ({ name, days }));
}
