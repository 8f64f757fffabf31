import type { StationState, StationView } from '@anuyat/contract';
import { ENDED, lanesOf, statusOf, textOf, type LicenceDefinition, type StateConfig } from '@anuyat/licence-kit';
import type { HistoryLine } from './dossier';

/** One stay of a lane in one of its states. */
interface Stay {
  state: string;
  from: Date;
  until: Date | null;
}

/** How a lane ended the whole application. */
type Ending = 'refused' | 'returned';

/** What became of a lane so far, read off the application's history. */
export interface LaneStory {
  state: string;
  since: Date | null;
  stays: Stay[];
  verdict: 'approved' | 'refused' | 'not-needed' | null;
  /** Whether nobody approved it but the law, for the time was over. */
  isDeemed: boolean;
  /** The words that came with the verdict. */
  note?: string;
  /** Whether the application has ended, by whatever way. */
  hasEnded: boolean;
  /** Present where this lane ended it; a question that is not answered in time returns the application too. */
  endedAs?: Ending;
}

const endings: Record<string, Ending> = { refused: 'refused', returned: 'returned', lapsed: 'returned' };

/** Events with which a lane is approved: by an officer, or by the law where it is silent for too long. */
const approvals: ReadonlySet<string> = new Set(['approved', 'deemedApproved']);

/** Follows one lane through the history of its application. */
export function laneStory(lane: string, lines: HistoryLine[]): LaneStory {
  const stays: Stay[] = [];
  let isApproved = false;
  let isDeemed = false;
  let endedAs: Ending | undefined;
  let note: string | undefined;
  let hasEnded = false;
  for (const { type, at, data, state } of lines) {
    const act = type.startsWith(`${lane}.`) ? type.slice(lane.length + 1) : '';
    const current = lanesOf(state.value)[lane] ?? (approvals.has(act) ? 'approved' : undefined);
    const last = stays.at(-1);
    if (current && current !== last?.state) {
      if (last) last.until = at;
      stays.push({ state: current, from: at, until: null });
    }
    const ending = Object.hasOwn(endings, act) ? endings[act] : undefined;
    if (approvals.has(act) || ending) note = wordsOf(data);
    if (approvals.has(act)) [isApproved, isDeemed] = [true, act === 'deemedApproved'];
    if (act === 'reopened' || act === 'called') [isApproved, isDeemed, note] = [false, false, undefined];
    if (ending && last) last.until = at;
    endedAs ??= ending;
    hasEnded = typeof state.value === 'string' && ENDED.includes(statusOf(state.value));
  }
  const last = stays.at(-1);
  return {
    state: endedAs ?? last?.state ?? 'checking',
    since: (endedAs ? last?.until : last?.from) ?? null,
    stays,
    verdict: verdictOf(last?.state, isApproved, endedAs),
    isDeemed,
    ...(note ? { note } : {}),
    hasEnded,
    ...(endedAs ? { endedAs } : {}),
  };
}

/** A lane that stands by what it came to, while others look again, has approved or was not needed. */
function verdictOf(state: string | undefined, isApproved: boolean, endedAs: Ending | undefined): LaneStory['verdict'] {
  if (endedAs === 'refused') return 'refused';
  if (state === 'notNeeded') return 'not-needed';
  if (isApproved) return 'approved';
  return state === 'stood' ? 'not-needed' : null;
}

/** The lane as stations of its line: what is ahead is drawn from the definition, detours only where they were taken. */
export function stationsOf(definition: LicenceDefinition, laneId: string, story: LaneStory): StationView[] {
  const region = definition.machine.states?.['review']?.states?.[laneId];
  const states = Object.entries(region?.states ?? {});
  const stations = states.filter(([id, state]) => isDrawn(id, state, story)).map(([id, state]) => station(definition, id, state, story));
  if (!story.endedAs) return stations;
  return [
    ...stations.filter(({ kind }) => kind !== 'end'),
    { id: story.endedAs, title: textOf(definition.texts, `state.${story.endedAs}`), state: 'failed', kind: 'end', ...timeOf(story.stays.at(-1)?.until) },
  ];
}

function isDrawn(id: string, { meta }: StateConfig, story: LaneStory): boolean {
  if (meta?.station === 'hidden') return false;
  return meta?.station !== 'detour' || story.stays.some(({ state }) => state === id);
}

function station(definition: LicenceDefinition, id: string, config: StateConfig, story: LaneStory): StationView {
  const stay = story.stays.findLast(({ state }) => state === id);
  return {
    id,
    title: textOf(definition.texts, config.meta?.label ?? `state.${id}`),
    state: stateOf(id, stay, story),
    kind: config.type === 'final' ? 'end' : config.meta?.station === 'detour' ? 'detour' : 'main',
    ...timeOf(stay?.until ?? stay?.from),
  };
}

function stateOf(id: string, stay: Stay | undefined, story: LaneStory): StationState {
  if (story.verdict === 'not-needed') return 'skipped';
  if (id === 'approved' && story.verdict === 'approved') return 'done';
  if (!stay || id === 'approved') return story.hasEnded || story.verdict === 'approved' ? 'skipped' : 'ahead';
  if (stay.until !== null) return 'done';
  return story.hasEnded ? 'skipped' : 'now';
}

function timeOf(at: Date | null | undefined): { at?: string } {
  return at ? { at: at.toISOString() } : {};
}

function wordsOf(data: Record<string, unknown>): string | undefined {
  const parts = ['note', 'facts', 'law', 'considerations'].map((key) => data[key]).filter((part): part is string => typeof part === 'string' && part !== '');
  return parts.length > 0 ? parts.join('\n') : undefined;
}
