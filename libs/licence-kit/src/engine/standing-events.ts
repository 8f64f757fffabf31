import type { EventRule } from '../definition/licence-definition';
import type { Effect } from '../definition/machine';

/** What the portal enters into every history, whatever the licence and wherever it stands, also after its end: it moves no state. */
const standing: Readonly<Record<string, { rule: EventRule; effects(): Effect[] }>> = {
  /** Due dates of running clocks moved because the government's calendar changed; the data tell which, from when to when and why. */
  'clocks.shifted': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [{ type: 'refreshClocks', params: {} }] },
  /** A decision was not told within seven days (Licensing Facilitation Act B.E. 2558 s.10). */
  'decision.untold': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [{ type: 'escalateUntold', params: {} }] },
};

/** The rule of an event that every history takes; undefined for all others. */
export function standingRule(type: string): EventRule | undefined {
  return Object.hasOwn(standing, type) ? standing[type]?.rule : undefined;
}

/** What such an event asks for; undefined for all others. */
export function standingEffects(type: string): Effect[] | undefined {
  return Object.hasOwn(standing, type) ? standing[type]?.effects() : undefined;
}
