import { Refusal, type Actor } from '@anuyat/contract';
import { standingRule, type EventRule, type LicenceDefinition } from '@anuyat/licence-kit';
import type { ApplicationRow } from './application-row';

/** What the permission rules read of an application. */
export type Permitted = Pick<ApplicationRow, 'accountId' | 'offices'>;

/** Whether the actor may see the application at all; a foreign one looks like a missing one. */
export function isInvolved(actor: Actor, application: Permitted): boolean {
  if (actor.kind === 'portal') return true;
  if (actor.accountId === application.accountId) return true;
  const asked = officesAsked(application.offices);
  return actor.offices.some(({ code }) => asked.has(code));
}

/** The offices that have a part in an application: those whose lanes the rules did not leave out. */
export function officesAsked(offices: Permitted['offices']): Set<string> {
  return new Set(Object.values(offices).flatMap(({ office, isLeftOut }) => (isLeftOut ? [] : [office])));
}

/** Whether the actor may send such an event to this application, whatever its state. */
export function maySend(actor: Actor, rule: EventRule, application: Permitted): boolean {
  switch (rule.by) {
    case 'portal':
      return actor.kind === 'portal';
    case 'applicant':
      return actor.kind === 'person' && actor.accountId === application.accountId;
    case 'officer':
      return actor.kind === 'person' && holdsPermission(actor, rule, application);
  }
}

/** The rule of an event for somebody who is involved. @throws Refusal `unknown-event` or `not-allowed`. */
export function ruleFor(actor: Actor, type: string, definition: LicenceDefinition, application: Permitted, accepts: () => string[]): EventRule {
  const rule = Object.hasOwn(definition.events, type) ? definition.events[type] : standingRule(type);
  if (!rule) throw new Refusal('unknown-event', { accepts: accepts() });
  if (!maySend(actor, rule, application)) throw new Refusal('not-allowed');
  return rule;
}

/** Nobody reviews an own application, whatever offices they sit in (Administrative Procedure Act s.13). */
function holdsPermission(actor: Extract<Actor, { kind: 'person' }>, rule: EventRule, application: Permitted): boolean {
  const asked = rule.lane ? application.offices[rule.lane] : undefined;
  if (!asked || asked.isLeftOut || actor.accountId === application.accountId) return false;
  return actor.offices.some(({ code, permissions }) => code === asked.office && (!rule.permission || permissions.includes(rule.permission)));
}
