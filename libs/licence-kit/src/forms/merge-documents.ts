import { findText } from '../blocks/words';
import type { DocumentKind, DocumentRequirement, LicenceDefinition } from '../definition/licence-definition';
import { any, areSame } from './conditions';
import { FormConflict } from './form-conflict';
import type { FormDocument } from './composed-form';
import { textKeys } from './text-keys';

interface Asking {
  definition: LicenceDefinition;
  requirement: DocumentRequirement;
}

/**
 * The papers of all licences, each once by its code: needed where any licence needs it, in a form that suits all.
 * @throws FormConflict when no file could suit all.
 */
export function mergeDocuments(definitions: readonly LicenceDefinition[]): FormDocument[] {
  const byCode = new Map<string, Asking[]>();
  for (const definition of definitions) {
    for (const requirement of definition.documents) {
      byCode.set(requirement.code, [...(byCode.get(requirement.code) ?? []), { definition, requirement }]);
    }
  }
  return [...byCode].map(([code, asking]) => mergeDocument(code, asking));
}

function mergeDocument(code: string, asking: Asking[]): FormDocument {
  const requirements = asking.map(({ requirement }) => requirement);
  const asked = requirements.map(({ when }) => when);
  const insisting = requirements.filter(({ isRequired }) => isRequired).map(({ when }) => when);
  const when = any(asked);
  const requiredWhen = insisting.length === 0 || areSame(insisting, asked) ? undefined : any(insisting);
  const ages = requirements.flatMap(({ freshMonths }) => freshMonths ?? []);
  const help = textOf(asking, textKeys.help(textKeys.document(code)));
  return {
    code,
    title: textOf(asking, textKeys.document(code)) ?? { th: code, en: code },
    ...(help ? { help } : {}),
    ...(when === undefined ? {} : { when }),
    isRequired: insisting.length > 0,
    ...(requiredWhen === undefined ? {} : { requiredWhen }),
    accepts: commonKinds(code, asking),
    maxBytes: Math.min(...requirements.map(({ maxBytes }) => maxBytes)),
    maxFiles: Math.min(...requirements.map(({ maxFiles }) => maxFiles)),
    ...(ages.length === 0 ? {} : { freshMonths: Math.min(...ages) }),
    askedBy: asking.map(({ definition }) => ({ code: definition.code, title: titleOf(definition) })),
  };
}

function commonKinds(code: string, [first, ...others]: Asking[]): DocumentKind[] {
  if (!first) return [];
  return others.reduce((kinds, { definition, requirement }) => {
    const common = kinds.filter((kind) => requirement.accepts.includes(kind));
    if (common.length > 0) return common;
    throw new FormConflict(code, [first.definition.code, definition.code], {
      th: 'ไม่มีชนิดไฟล์ที่ใช้ได้กับทั้งสอง',
      en: 'no kind of file suits both.',
    });
  }, first.requirement.accepts);
}

function textOf(asking: Asking[], key: string) {
  return asking.map(({ definition }) => findText(definition.texts, key)).find((text) => text !== undefined);
}

export function titleOf(definition: Pick<LicenceDefinition, 'code' | 'texts'>) {
  return findText(definition.texts, textKeys.title) ?? { th: definition.code, en: definition.code };
}
