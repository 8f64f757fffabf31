import type { CarriedOver } from '@anuyat/contract';
import { findSchemaAt, getFactAt, setFact, textOf, type CaseAnswers, type JsonSchema, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import { diffDefinitions, questionsIn, type Difference } from '@anuyat/licence-kit/versions';

type SetAside = CarriedOver['setAside'];

/** A licence of a draft in the version that its applicant last saw, and in the newest. */
export interface Succession {
  seen: LicenceDefinition;
  now: LicenceDefinition;
}

/** What has changed for the applicant since they last saw the licences of their draft; none where nothing has. Pure. */
export function successionsOf(successions: readonly Succession[]): CarriedOver['licences'] {
  return successions
    .filter(({ seen, now }) => seen.version !== now.version)
    .map(({ seen, now }) => ({ code: now.code, title: textOf(now.texts, 'title'), from: seen.version, to: now.version, changes: diffDefinitions(seen, now).flatMap(changeOf) }));
}

/** Only what an applicant notices: questions, papers, fees and days. */
function changeOf({ section, kind, what }: Difference): CarriedOver['licences'][number]['changes'] {
  const said = section in words ? words[section as keyof typeof words][kind] : undefined;
  return said ? [{ kind: `${section}-${kind}`, what: { th: `${said.th}: ${what.th}`, en: `${said.en}: ${what.en}` } }] : [];
}

const words: Record<'questions' | 'documents' | 'fees' | 'days', Record<Difference['kind'], Text>> = {
  questions: {
    added: { th: 'คำถามใหม่', en: 'New question' },
    removed: { th: 'ไม่ถามแล้ว', en: 'No longer asked' },
    changed: { th: 'คำถามเปลี่ยนไป', en: 'Question changed' },
  },
  documents: {
    added: { th: 'เอกสารใหม่', en: 'New document' },
    removed: { th: 'ไม่ขอเอกสารนี้แล้ว', en: 'Document no longer asked for' },
    changed: { th: 'เงื่อนไขเอกสารเปลี่ยนไป', en: 'Document asked for otherwise' },
  },
  fees: {
    added: { th: 'ค่าธรรมเนียมใหม่', en: 'New fee' },
    removed: { th: 'ไม่เก็บค่าธรรมเนียมนี้แล้ว', en: 'Fee no longer charged' },
    changed: { th: 'ค่าธรรมเนียมเปลี่ยนไป', en: 'Fee changed' },
  },
  days: {
    added: { th: 'กำหนดเวลาใหม่', en: 'New time limit' },
    removed: { th: 'ไม่มีกำหนดเวลานี้แล้ว', en: 'Time limit gone' },
    changed: { th: 'กำหนดเวลาเปลี่ยนไป', en: 'Time limit changed' },
  },
};

/** Answers that no form of the case asks for any more, with the titles of the versions that did. Nothing of them is lost. Pure. */
export function setAsideOf(answers: CaseAnswers, form: JsonSchema, former: readonly LicenceDefinition[]): SetAside {
  const found = new Map<string, SetAside[number]>();
  for (const definition of former) {
    for (const { path, title } of questionsIn(definition)) {
      const list = listAbove(definition.form, path) ?? path;
      if (found.has(list) || findSchemaAt(form, path)) continue;
      const value = getFactAt(answers, list);
      if (value !== undefined && value !== null && !findSchemaAt(form, list)) found.set(list, { path: list, title, value });
    }
  }
  return [...found.values()];
}

/** The answers without those that are kept aside: what the form is held against. */
export function withoutAside(answers: CaseAnswers, aside: SetAside): CaseAnswers {
  return aside.reduce<CaseAnswers>((rest, { path }) => setFact(rest, path, undefined), answers);
}

/** The list whose rows a field is in: rows are kept as a whole. */
function listAbove(form: JsonSchema, path: string): string | undefined {
  const parts = path.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.')).find((above) => above !== path && findSchemaAt(form, above)?.items);
}
