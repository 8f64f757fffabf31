import { eventData } from '../blocks/event-data';
import type { EventRule } from '../definition/licence-definition';
import type { Effect } from '../definition/machine';
import { OWN_TRACK, type Handover, type Holder, type Holders } from './holders';

/** What the portal enters into every history, whatever the licence and wherever it stands, also after its end: it moves no state. */
const standing: Readonly<Record<string, { rule: EventRule; effects(): Effect[]; hands?(own: Holder): Holder }>> = {
  /** Due dates of running clocks moved because the government's calendar changed; the data tell which, from when to when and why. */
  'clocks.shifted': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [{ type: 'refreshClocks', params: {} }] },
  /** A decision was not told within seven days (Licensing Facilitation Act B.E. 2558 s.10). */
  'decision.untold': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [{ type: 'escalateUntold', params: {} }] },
  /** A correction made a fee that was paid, or found to be nothing, another: see docs/fees.md. */
  'fee.raised': { rule: { by: 'portal', data: eventData.corrected }, effects: () => settled('fee-raised') },
  'fee.lowered': { rule: { by: 'portal', data: eventData.corrected }, effects: () => settled('fee-lowered') },
  /** The supplementary bill was paid. */
  'fee.supplemented': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [] },
  /** What was paid too much was given back; the data tell how much, by which way, under which reference and on which day. */
  'fee.refunded': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [{ type: 'tell', params: { notice: 'fee-refunded' } }] },
  /** What was issued rests on answers that are no longer so: it is changed by its own procedure, which its holder begins. */
  'licence.outdated': { rule: { by: 'portal', data: eventData.corrected }, effects: () => [{ type: 'tell', params: { notice: 'licence-outdated' } }] },
  /** The revocation of a licence can no longer be appealed, or the appeal was lost; the data tell which order, how, and since when. */
  'revocation.final': { rule: { by: 'portal', data: eventData.revocationFinal }, effects: givenBack },
  /** The yearly fee of a licence moves nothing, so that lives begun before their rules knew of it are told of it too. */
  'annual.billed': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [{ type: 'tell', params: { notice: 'annual-due' } }] },
  'annual.overdue': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [{ type: 'tell', params: { notice: 'annual-overdue' } }] },
  /** What the portal itself has to do next fails again and again: from then on the time is the portal's, and nobody else's, until it goes on. */
  'portal.stuck': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [], hands: () => ({ party: 'portal', ground: 'portal-stuck' }) },
  'portal.resumed': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [], hands: (own) => own },
  'annual.paid': { rule: { by: 'portal', data: { type: 'object' } }, effects: () => [{ type: 'tell', params: { notice: 'annual-paid' } }] },
};

/** What happens to every history, whatever its definition says. */
export const standingTypes: readonly string[] = Object.keys(standing);

/** The rule of an event that every history takes; undefined for all others. */
export function standingRule(type: string): EventRule | undefined {
  return Object.hasOwn(standing, type) ? standing[type]?.rule : undefined;
}

/** What such an event asks for; undefined for all others. */
export function standingEffects(type: string): Effect[] | undefined {
  return Object.hasOwn(standing, type) ? standing[type]?.effects() : undefined;
}

/** Whose time it is from such an event on: of the application's own track, where that is waited on by somebody; the state stays as it is. */
export function standingHandovers(type: string, holders: Holders): Handover[] {
  const own = holders[OWN_TRACK];
  const hands = Object.hasOwn(standing, type) ? standing[type]?.hands : undefined;
  return hands && own && (own.party === 'applicant' || own.party === 'portal') ? [{ track: OWN_TRACK, ...hands(own) }] : [];
}

function givenBack(): Effect[] {
  return [{ type: 'giveBackFee', params: {} }, { type: 'tell', params: { notice: 'revocation-final' } }];
}

function settled(notice: string): Effect[] {
  return [{ type: 'settleDifference', params: {} }, { type: 'tell', params: { notice } }];
}
