import type { AnnualFeeRules, LicenceDefinition } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from './definition-library';

/** By which definition of a licence's life a yearly fee is owed. */
export interface YearlyRules {
  definition: LicenceDefinition;
  annual: AnnualFeeRules;
}

/**
 * The rules of the yearly fee for a life: its own version's, or where that one says nothing of a yearly fee, the newest's. The fee is owed by law,
 * whatever the portal knew when the licence was issued.
 */
export function findYearlyRules(library: Pick<DefinitionLibrary, 'getLicence' | 'findNewestLicence'>, code: string, version: number): YearlyRules | undefined {
  const own = library.getLicence(code, version);
  const definition = own.annual ? own : library.findNewestLicence(code)?.definition;
  return definition?.annual ? { definition, annual: definition.annual } : undefined;
}

/** From when the portal bills a yearly fee at all: the first version that knows of it, and when that came into force. */
export function firstYearly(library: Pick<DefinitionLibrary, 'versionsOf'>, code: string): { version: number; since: Date } | undefined {
  const known = library.versionsOf(code).filter(({ definition }) => definition.annual);
  const [first, ...later] = known.toReversed();
  if (!first) return undefined;
  return { version: first.definition.version, since: later.reduce((since, { effectiveFrom }) => (effectiveFrom < since ? effectiveFrom : since), first.effectiveFrom) };
}
