import { holdsIn, readsAs } from '@anuyat/access';
import { Refusal, type Actor, type PersonActor, type ProblemCode } from '@anuyat/contract';
import { standingRule, type EventRule, type LicenceDefinition } from '@anuyat/licence-kit';
import type { ApplicationRow } from './application-row';

/** What the permission rules read of an application. */
export type Permitted = Pick<ApplicationRow, 'accountId' | 'offices'> & Partial<Pick<ApplicationRow, 'hands' | 'actingFor' | 'submittedAt'>>;

/** Whether the actor may see the application at all; a foreign one looks like a missing one. */
export function isInvolved(actor: Actor, application: Permitted): boolean {
  return actor.kind === 'portal' || readsAs(actor, 'application', { accountId: application.accountId, state: 'open', offices: officesAsked(application.offices) }) !== undefined;
}

/** The offices that have a part in an application: those whose lanes the rules did not leave out. */
export function officesAsked(offices: Permitted['offices']): Set<string> {
  return new Set(Object.values(offices).flatMap(({ office, isLeftOut }) => (isLeftOut ? [] : [office])));
}

/** Whether the actor may send such an event to this application, whatever its state. */
export function maySend(actor: Actor, rule: EventRule, application: Permitted): boolean {
  return whyNot(actor, rule, application) === undefined;
}

/** The rule of an event for somebody who is involved. @throws Refusal `unknown-event`, `not-allowed`, `own-matter`, `conflict-declared`, `same-officer`, `decided-in-portal` or `officer-unnamed`. */
export function ruleFor(actor: Actor, type: string, definition: LicenceDefinition, application: Permitted, accepts: () => string[]): EventRule {
  const rule = Object.hasOwn(definition.events, type) ? definition.events[type] : standingRule(type);
  if (!rule) throw new Refusal('unknown-event', { accepts: accepts() });
  const problem = whyNot(actor, rule, application);
  if (problem) throw new Refusal(problem);
  if (isForPeople(actor, rule, definition)) throw new Refusal('decided-in-portal');
  if (isUnnamed(actor, rule)) throw new Refusal('officer-unnamed');
  return rule;
}

/** Whether a system sends what the licence leaves to officers in the portal. */
function isForPeople(actor: Actor, { lane, permission }: EventRule, { lanes }: LicenceDefinition): boolean {
  const isDecision = permission === 'approve' || permission === 'supervise';
  return isDecision && actor.kind === 'person' && actor.system !== undefined && lanes.some(({ id, decidedInPortal }) => id === lane && decidedInPortal !== undefined);
}

/** Whether a system says this without naming the officer: what only somebody with the right to it decides, proposes or steps aside from is a person's. */
function isUnnamed(actor: Actor, { permission, hand }: EventRule): boolean {
  return actor.kind === 'person' && actor.system?.id === actor.accountId && (hand !== undefined || permission === 'approve' || permission === 'supervise');
}

/**
 * Whether the matter is the officer's own: as applicant, or as director or agent of the company that asks, now or at any time since it
 * asked (Administrative Procedure Act B.E. 2539 s.13).
 */
export function isOwnMatter({ accountId, companies, formerCompanies = [] }: PersonActor, { accountId: applicant, actingFor, submittedAt }: Permitted): boolean {
  if (accountId === applicant || companies.some(({ juristicId }) => juristicId === actingFor)) return true;
  return formerCompanies.some(({ juristicId, until }) => juristicId === actingFor && (!submittedAt || Date.parse(until) >= submittedAt.getTime()));
}

/** In whose place the actor acts in a lane: an absent colleague's, where the right to it is theirs alone. */
export function standsInFor(actor: Actor, rule: EventRule | undefined, application: Permitted): StandsInFor | undefined {
  if (actor.kind !== 'person' || rule?.by !== 'officer') return undefined;
  return rightsTo(actor, rule, application)[0]?.standsInFor;
}

type Right = PersonActor['offices'][number];
type StandsInFor = NonNullable<Right['standsInFor']>;

/** What gives the actor the right to a lane's event; one's own first. */
function rightsTo({ offices }: PersonActor, { lane, permission }: EventRule, application: Permitted): Right[] {
  const office = lane ? application.offices[lane]?.office : undefined;
  const all = office === undefined ? [] : offices.filter((right) => holdsIn({ offices: [right] }, office, permission));
  return [...all.filter((right) => !right.standsInFor), ...all.filter((right) => right.standsInFor && isFree(right.standsInFor, application))];
}

/** Nobody stands in for who asks for the licence. */
function isFree({ accountId }: StandsInFor, application: Permitted): boolean {
  return accountId !== application.accountId;
}

function whyNot(actor: Actor, rule: EventRule, application: Permitted): ProblemCode | undefined {
  switch (rule.by) {
    case 'portal':
      return actor.kind === 'portal' ? undefined : 'not-allowed';
    case 'applicant':
      return actor.kind === 'person' && actor.accountId === application.accountId ? undefined : 'not-allowed';
    case 'officer':
      return actor.kind === 'person' ? whyNotOfficer(actor, rule, application) : 'not-allowed';
  }
}

function whyNotOfficer(actor: PersonActor, rule: EventRule, application: Permitted): ProblemCode | undefined {
  const { lane, hand } = rule;
  const asked = lane ? application.offices[lane] : undefined;
  if (!lane || !asked || asked.isLeftOut) return 'not-allowed';
  const [right] = rightsTo(actor, rule, application);
  if (!right) return 'not-allowed';
  if (isOwnMatter(actor, application)) return 'own-matter';
  const { proposedBy, barred = [] } = application.hands?.[lane] ?? {};
  const hands = [actor.accountId, ...(right.standsInFor ? [right.standsInFor.accountId] : [])];
  if (hands.some((account) => barred.includes(account))) return 'conflict-declared';
  return hand === 'confirms' && proposedBy !== undefined && hands.includes(proposedBy) ? 'same-officer' : undefined;
}
