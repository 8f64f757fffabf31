import type { JsonSchema } from '../../definition/json-schema';
import type { EventRule } from '../../definition/licence-definition';
import { procedure, type RulesOfLife } from './rules-of-life';
import { holderHearing } from './standing';

const words: JsonSchema = { type: 'string', minLength: 1, maxLength: 4000, pattern: '\\S' };
const note: JsonSchema = { type: 'string', maxLength: 4000 };
const day: JsonSchema = { type: 'string', format: 'date' };
const number: JsonSchema = { type: 'string', maxLength: 80 };
const MOST_DAYS_UNLIMITED = 3650;

/** Facts, law and considerations: without the three no order that harms is reasoned (Administrative Procedure Act B.E. 2539 s.37). */
const reasons = { facts: words, law: words, considerations: words };
const REASONS = Object.keys(reasons);

/** The ways in which a licence is revoked, by the Administrative Procedure Act B.E. 2539 s.49–53 or by the licence's own law. */
const kindOfRevocation: JsonSchema = { type: 'string', enum: ['unlawful', 'lawful', 'own-law'] };

/** Days from the day on which the ground became known, for revocations under the Administrative Procedure Act B.E. 2539 (s.49). */
const REVOKED_WITHIN_DAYS = 90;

/** What lifts that limit: false statements or what was kept back, threats, unlawful benefits (s.49). */
const exception: JsonSchema = { type: 'string', enum: ['deceit', 'threat', 'benefit'] };

/** Who may send each event of a licence's life, and what it carries. */
export function lifeEvents(rules: RulesOfLife): Record<string, EventRule> {
  const { suspension } = rules;
  const days: JsonSchema = { type: 'integer', minimum: 1, maximum: suspension.mostDays ?? MOST_DAYS_UNLIMITED };
  const suspended = suspension.mostDays === null ? REASONS : [...REASONS, 'days'];
  const register = { by: 'officer', lane: 'register', permission: 'approve' } as const;
  const transfer = { by: 'officer', lane: 'transfer', permission: 'approve' } as const;
  const portal = (data: JsonSchema = { type: 'object' }): EventRule => ({ by: 'portal', data });
  return {
    'renewal.reminded': portal(),
    'renewal.opened': portal(),
    'renewal.filed': portal(),
    'renewal.failed': portal(),
    'fee.paid': portal(),
    'term.ended': portal(),
    'late.ended': portal(),
    'licence.renewed': portal(),
    'licence.amended': portal(),
    'licence.handedOver': portal(),
    'annual.billed': portal(),
    'annual.overdue': portal(),
    'annual.paid': portal(),
    cancelled: { by: 'applicant', data: object({ on: day, note }, ['on']) },
    'register.intended': { ...register, data: object({ against: { type: 'string', enum: ['suspension', 'revocation'] }, ...reasons }, ['against', ...REASONS]) },
    ...holderHearing(rules, 'register').events,
    'register.dropped': { ...register, data: object({ note: words }, ['note']) },
    'register.suspended': { ...register, data: object({ days, ...reasons }, suspended) },
    'register.suspendedAtOnce': { ...register, data: object({ days, urgency: words, ...reasons }, [...suspended, 'urgency']) },
    'register.suspensionEnded': { by: 'portal', lane: 'register' },
    'register.lifted': { ...register, data: object({ note: words }, ['note']) },
    'register.revoked': {
      ...register,
      data: object({ kind: kindOfRevocation, knownOn: day, exception, ...reasons }, ['kind', 'knownOn', ...REASONS]),
      within: { field: 'knownOn', days: REVOKED_WITHIN_DAYS, only: { field: 'kind', values: ['unlawful', 'lawful'] }, unless: 'exception', citation: procedure('49') },
    },
    'register.annulled': {
      by: 'portal',
      lane: 'register',
      data: object({ appeal: number, order: number, validFrom: day, validUntil: day }, ['appeal']),
    },
    'register.overdue': { by: 'portal', lane: 'register' },
    'handover.offered': { by: 'applicant', data: object({ offer: { type: 'string', pattern: '^[0-9a-f]{64}$' }, to: { type: 'string', maxLength: 200 } }, ['offer']) },
    'handover.withdrawn': { by: 'applicant', data: object({ note }, []) },
    'handover.lapsed': portal(),
    'handover.accepted': portal(object({ accountId: number, holder: { type: 'string', maxLength: 300 } }, ['accountId', 'holder'])),
    'transfer.confirmed': { ...transfer, data: object({ note }, []) },
    'transfer.declined': { ...transfer, data: object(reasons, REASONS) },
    'transfer.overdue': { by: 'portal', lane: 'transfer' },
  };
}

function object(properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema {
  return { type: 'object', properties, required: [...required], additionalProperties: false };
}
