import type { FieldProblem, PersonActor } from '@anuyat/contract';
import { getFactAt, type CaseAnswers } from '@anuyat/licence-kit';

/** In whose name a case is filed. */
export interface Applicant {
  kind: string;
  /** Of the company that is acted for; null for a person. */
  juristicId: string | null;
  /** As it stands on the licence. */
  name: string;
}

/** Reads the applicant off the answers; `otherwise` is the name of the person who files, where the form asks for none. */
export function applicantOf(answers: CaseAnswers, otherwise: string): Applicant {
  const kind = textAt(answers, 'applicant.kind') ?? 'person';
  if (kind === 'juristic') return { kind, juristicId: textAt(answers, 'applicant.juristicId') ?? null, name: textAt(answers, 'applicant.nameTh') ?? otherwise };
  const name = [textAt(answers, 'applicant.firstName'), textAt(answers, 'applicant.lastName')].filter(Boolean).join(' ');
  return { kind, juristicId: null, name: name || otherwise };
}

/** Who files while acting for a company files for that one, whatever the form says of the applicant. */
export function filedFor(actor: PersonActor, applicant: Applicant): Applicant {
  return actor.agent ? { ...applicant, juristicId: actor.companies[0]?.juristicId ?? applicant.juristicId } : applicant;
}

/** Only who may act for a company files for it: mandates come from the sign-in, never from the form. */
export function mandateProblems(actor: PersonActor, answers: CaseAnswers): FieldProblem[] {
  const { kind, juristicId } = applicantOf(answers, '');
  if (kind !== 'juristic' || juristicId === null) return [];
  if (actor.companies.some((company) => company.juristicId === juristicId)) return [];
  return [
    {
      path: 'applicant.juristicId',
      code: 'no-mandate',
      message: {
        th: 'คุณไม่มีสิทธิยื่นเรื่องแทนนิติบุคคลนี้ ให้ผู้มีอำนาจลงนามเข้าสู่ระบบเอง หรือมอบอำนาจให้คุณก่อน',
        en: 'You may not act for this company. Let someone who signs for it sign in, or be given its mandate first.',
      },
    },
  ];
}

/** What is known of a company that its only mandate names, so that it is not typed again. */
export function companyFacts(actor: PersonActor, answers: CaseAnswers): Record<string, string> {
  const [only, ...others] = actor.companies;
  if (textAt(answers, 'applicant.kind') !== 'juristic' || !only || others.length > 0) return {};
  const known = { 'applicant.juristicId': only.juristicId, 'applicant.nameTh': only.name.th, 'applicant.nameEn': only.name.en };
  return Object.fromEntries(Object.entries(known).filter(([path, value]) => value !== '' && textAt(answers, path) === undefined));
}

/** The trading name; a company's own where there is none. */
export function businessNameOf(answers: CaseAnswers): string | null {
  return textAt(answers, 'business.nameTh') ?? textAt(answers, 'applicant.nameTh') ?? null;
}

function textAt(answers: CaseAnswers, path: string): string | undefined {
  const value = getFactAt(answers, path);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
