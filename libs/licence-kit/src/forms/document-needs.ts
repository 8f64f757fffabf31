import type { Facts } from '../definition/case-answers';
import { holds } from '../feel/holds';
import type { FormDocument } from './composed-form';

/** Whether a paper is asked for by these facts, and whether the case cannot go without it. */
export interface DocumentNeed {
  code: string;
  isAsked: boolean;
  isRequired: boolean;
}

export function documentNeeds(documents: readonly Pick<FormDocument, 'code' | 'when' | 'isRequired' | 'requiredWhen'>[], facts: Facts): DocumentNeed[] {
  return documents.map(({ code, when, isRequired, requiredWhen }) => {
    const isAsked = when === undefined || holds(when, facts);
    return { code, isAsked, isRequired: isAsked && isRequired && (requiredWhen === undefined || holds(requiredWhen, facts)) };
  });
}
