import { entrepreneurs } from './entrepreneurs';
import { officers } from './officers';
import { agencyAdministrators } from './agency-administrators';
import { overseers } from './overseers';
import type { Persona } from './persona';
import { supervisors } from './supervisors';

export type { Persona, NameParts } from './persona';
export { seededDirectory } from './office-directory';

/** Everyone whom one can be in the sandbox. The first is the one to begin with. */
export const personas: readonly Persona[] = [...entrepreneurs, ...officers, ...supervisors, ...agencyAdministrators, ...overseers];

const byHint = new Map(personas.map((persona) => [persona.hint, persona]));

/** What the sandbox's provider calls the person in `sub`. */
export function subjectOf({ hint }: Pick<Persona, 'hint'>): string {
  return `sandbox-${hint}`;
}

export function findPersona(hint: string): Persona | undefined {
  return byHint.get(hint);
}
