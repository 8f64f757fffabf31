import { holdsIn, readsAs } from '@anuyat/access';
import { Refusal, type Actor, type PersonActor, type ProblemCode } from '@anuyat/contract';
import { standingRule, type EventRule, type LicenceDefinition } from '@anuyat/licence-kit';
import type { ApplicationRow } from './application-row';

/** What the permission rules read of an application. */
export type Permitted = Pick<ApplicationRow, 'accountId' | 'offices'> & Partial<Pick<ApplicationRow, 'hands' | 'actingFor'>>;

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

/** The rule of an event for somebody who is involved. @throws Refusal `unknown-event`, `not-allowed`, `own-matter`, `conflict-declared` or `same-officer`. */
export function ruleFor(actor: Actor, type: string, definition: LicenceDefinition, application: Permitted, accepts: () => string[]): EventRule {
  const rule = Object.hasOwn(definition.events, type) ? definition.events[type] : standingRule(type);
  if (!rule) throw new Refusal('unknown-event', { accepts: accepts() });
  const problem = whyNot(actor, rule, application);
  if (problem) throw new Refusal(problem);
  return rule;
}

/** Whether the matter is the officer's own: as applicant, or as director or agent of the company that asks (Administrative Procedure Act B.E. 2539 s.13). */
export function isOwnMatter({ accountId, companies }: PersonActor, application: Permitted): boolean {
  return accountId === application.accountId || companies.some(({ juristicId }) => juristicId === application.actingFor);
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

function whyNotOfficer(actor: PersonActor, { lane, permission, hand }: EventRule, application: Permitted): ProblemCode | undefined {
  const asked = lane ? application.offices[lane] : undefined;
  if (!lane || !asked || asked.isLeftOut) return 'not-allowed';
  if (!holdsIn(actor, asked.office, permission)) return 'not-allowed';
  if (isOwnMatter(actor, application)) return 'own-matter';
  const { proposedBy, barred = [] } = application.hands?.[lane] ?? {};
  if (barred.includes(actor.accountId)) return 'conflict-declared';
  return hand === 'confirms' && proposedBy === actor.accountId ? 'same-officer' : undefined;
}
