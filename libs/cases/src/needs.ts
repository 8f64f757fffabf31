import { Refusal, type FieldProblem } from '@anuyat/contract';
import { planJourney, textOf, type Facts, type JourneyDefinition, type LicenceDefinition } from '@anuyat/licence-kit';

/** What the answers of a journey's questions make of its licences. */
export interface Needs {
  needed: string[];
  /** Questions without which the list is not settled. */
  unanswered: string[];
}

export function needsOf(journey: JourneyDefinition, licences: readonly LicenceDefinition[], facts: Facts): Needs {
  const plan = planJourney(journey, licences, facts);
  return { needed: plan.licences.filter(({ isNeeded }) => isNeeded === true).map(({ code }) => code), unanswered: plan.unanswered };
}

/**
 * The licences that a new case asks for. All needed ones, or those of them that the applicant chose; but one that another waits
 * for cannot be left out.
 * @throws Refusal `answers-invalid` that names the licence.
 */
export function chooseLicences(needed: readonly string[], chosen: readonly string[] | undefined, licences: readonly LicenceDefinition[]): string[] {
  if (chosen === undefined) return nonEmpty([...needed]);
  const fields = chosen.flatMap((code) => (needed.includes(code) ? missingBefore(code, needed, chosen, licences) : [problem(code, 'not-needed', notNeeded)]));
  if (fields.length > 0) throw new Refusal('answers-invalid', { fields });
  return nonEmpty(needed.filter((code) => chosen.includes(code)));
}

/**
 * The licences that a draft asks for after its answers changed: what became needed comes in, what is needed no longer goes, what
 * the applicant left out stays out. While the answers leave it open, nothing changes.
 */
export function followAnswers(held: readonly string[], leftOut: readonly string[], { needed, unanswered }: Needs): string[] {
  if (unanswered.length > 0 || needed.length === 0) return [...held];
  const wanted = needed.filter((code) => !leftOut.includes(code));
  return wanted.length > 0 ? wanted : [...needed];
}

function nonEmpty(codes: string[]): string[] {
  if (codes.length === 0) throw new Refusal('answers-invalid', { fields: [{ path: 'licences', code: 'nothing-needed', message: nothingNeeded }] });
  return codes;
}

function missingBefore(code: string, needed: readonly string[], chosen: readonly string[], licences: readonly LicenceDefinition[]): FieldProblem[] {
  const before = licences.find((licence) => licence.code === code)?.dependsOn ?? [];
  return before
    .filter((other) => needed.includes(other) && !chosen.includes(other))
    .map((other) => {
      const definition = licences.find((licence) => licence.code === other);
      const title = definition ? textOf(definition.texts, 'title') : { th: other, en: other };
      return problem(code, 'waits-for', {
        th: `ต้องขอ “${title.th}” ด้วย เพราะเรื่องนี้ต้องรอผลของเรื่องนั้น`,
        en: `“${title.en}” has to be asked for as well, because this one waits for it.`,
      });
    });
}

function problem(licence: string, code: string, message: FieldProblem['message']): FieldProblem {
  return { path: `licences.${licence}`, code, message };
}

const notNeeded = {
  th: 'จากคำตอบของคุณ ไม่ต้องขออนุญาตเรื่องนี้',
  en: 'By your answers this licence is not needed.',
};
const nothingNeeded = {
  th: 'จากคำตอบของคุณ ไม่มีเรื่องที่ต้องขออนุญาต',
  en: 'By your answers there is nothing to ask permission for.',
};
