import type { DataClass, JsonSchema } from '@anuyat/licence-kit';
import type { Standing } from './standing';

/**
 * The class of a fact or of a field of an answer. The dictionary and the forms say four of them; two are read off the shape of a fact:
 * a number that a person is known by, and an amount of money. `casework` is what an office writes for itself and the applicant, `technical` what
 * says nothing of anybody.
 */
export type FactClass = DataClass | 'identifier' | 'financial' | 'casework' | 'technical';

/** How much of a class somebody sees. */
export type Sight = 'clear' | 'masked' | 'hidden';

const all = { technical: 'clear', public: 'clear', business: 'clear', financial: 'clear', personal: 'clear', identifier: 'clear', sensitive: 'clear', casework: 'clear' } as const;
const none = { technical: 'clear', public: 'clear', business: 'hidden', financial: 'hidden', personal: 'hidden', identifier: 'hidden', sensitive: 'hidden', casework: 'hidden' } as const;

/**
 * Who sees which classes. Officers see them within what the definition lets their lane read, and nothing outside of it. The number of a person is
 * needed to compare it with the register while the matter is open; afterwards its end is enough to tell people apart (PDPA B.E. 2562 s.22: no more than needed).
 */
export const sights: Record<Standing, Record<FactClass, Sight>> = {
  own: all,
  reviewing: all,
  'looking-back': { ...all, identifier: 'masked' },
  exceptional: { ...all, financial: 'hidden', identifier: 'masked', sensitive: 'hidden' },
  watching: { ...none, business: 'clear', identifier: 'masked' },
  administering: { ...none, business: 'clear', financial: 'clear' },
  public: none,
};

/** How much of a class the standing sees. */
export function sightOf(standing: Standing, factClass: FactClass): Sight {
  return sights[standing][factClass];
}

const PASSPORT = 'applicant.passportNo';
const guarded: readonly (DataClass | undefined)[] = ['personal', 'sensitive'];

/** The class of a fact by its schema. A fact that says none is guarded like the most private ones. */
export function classOf(schema: JsonSchema): FactClass {
  const declared = schema['x-data-class'];
  if (declared === undefined) return 'sensitive';
  if (guarded.includes(declared) && (schema.format === 'thai-id' || schema['x-widget'] === 'thai-id' || schema['x-fact'] === PASSPORT)) return 'identifier';
  return declared === 'business' && schema['x-widget'] === 'money' ? 'financial' : declared;
}
