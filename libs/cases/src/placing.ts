import type { FieldProblem, OfficeRef, PlaceView } from '@anuyat/contract';
import { findPlaceProblems, placeFacts, placeOf, routeAuthority, type Authority, type Place, type PremisesAnswers } from '@anuyat/dictionary/reference';
import type { CaseAnswers, LaneDefinition } from '@anuyat/licence-kit';
import type { PlaceCodes } from './case-row';

/** Where the business of a case is; undefined until its subdistrict is known. */
export function findPlace(answers: CaseAnswers): Place | undefined {
  return placeOf(premisesOf(answers));
}

/** The same as rules read it under `place`; null while it is not known. */
export function placeCodes(place: Place | undefined): PlaceCodes | null {
  return place ? { ...placeFacts(place) } : null;
}

export function placeView(place: Place | undefined): PlaceView | null {
  return place ?? null;
}

/** What of the stated place does not fit together. */
export function placeProblems(answers: CaseAnswers): FieldProblem[] {
  return findPlaceProblems(premisesOf(answers));
}

/** The office that decides a lane here, and why it is that one. */
export function officeOf({ law, duty }: Pick<LaneDefinition, 'law' | 'duty'>, place: Place, filedOn: string): Authority {
  return routeAuthority({ law, duty, place, on: filedOn });
}

export function officeRef({ office: { code, title, agency } }: Authority): OfficeRef {
  return { code, title, agency };
}

function premisesOf(answers: CaseAnswers): PremisesAnswers {
  const premises = answers['premises'];
  return typeof premises === 'object' && premises !== null ? premises : {};
}
