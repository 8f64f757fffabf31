import { asPortal } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import { askedAnswers, setFact, type CaseAnswers, type LicenceDefinition } from '@anuyat/licence-kit';
import { factsOf, VERSION_MOVED, type Reading, type VersionMove } from '@anuyat/registrar';
import type { CaseForms } from '../case-forms';
import type { CaseRow } from '../case-row';
import { findPlace } from '../placing';
import type { Turn } from './decided-again';

interface AnswerChange {
  revision: number;
  changes: Record<string, unknown>;
  at: Date;
  by: string | null;
}

interface Move {
  code: string;
  data: VersionMove;
  at: Date;
}

const CHANGES = `
  SELECT c.revision, c.changes, c.at,
         (SELECT h.type FROM history h JOIN application a ON a.id = h.application_id
           WHERE a.case_id = c.case_id AND h.type LIKE '%.answered' AND h.data ->> 'answersRevision' = c.revision::text LIMIT 1) AS by
    FROM answer_change c WHERE c.case_id = $1 ORDER BY c.revision`;

const MOVES = `
  SELECT a.code, h.data, h.at FROM history h JOIN application a ON a.id = h.application_id
   WHERE a.case_id = $1 AND a.life_of IS NULL AND h.type = $2 ORDER BY h.at`;

/**
 * What made the portal decide anew since a case was filed, oldest first, each with the answers and the versions of then. It is read as the portal, for an answer
 * that one office asked for may have moved what another's lane reads; who may see which decision is the caller's to say.
 * @param touches lanes that a change touches, as the filing found.
 */
export async function readTurns({ source, library }: Reading, forms: CaseForms, row: CaseRow, touches: readonly string[]): Promise<Turn[]> {
  const [changes, moves] = await asPortal(() => Promise.all([source.query<AnswerChange[]>(CHANGES, [row.id]), source.query<Move[]>(MOVES, [row.id, VERSION_MOVED])]));
  const { submitted_at: submittedAt, received_at_legal: receivedAtLegal } = row;
  if (!submittedAt || !receivedAtLegal) return [];
  const steps = [...changes.filter(({ by }) => by !== null), ...moves].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (steps.length === 0) return [];

  const filedOn = bangkokDate(receivedAtLegal);
  const journey = forms.journeyOf(row);
  const possible = forms.licencesOf(journey);
  const { schema } = forms.formOf(row);
  const firstTurn = changes.find(({ by }) => by !== null)?.revision ?? Infinity;
  let answers = folded({}, changes.filter(({ revision }) => revision < firstTurn));
  let definitions: LicenceDefinition[] = forms.definitionsOf(row);
  const place = findPlace(answers);
  return steps.map((step): Turn => {
    if ('changes' in step) answers = folded(answers, [step]);
    else definitions = definitions.map((each) => (each.code === step.code ? library.getLicence(step.code, step.data.to) : each));
    const facts = factsOf({ answers, answersRevision: 0, place: row.place, filedOn, filingKind: row.filing_kind, touches });
    const asked = { ...askedAnswers(schema, answers, facts), place: facts['place'], filing: facts['filing'] };
    return { at: step.at, by: 'changes' in step ? step.by ?? '' : VERSION_MOVED, deciding: { journey, possible, definitions, facts: asked, place, filedOn, isDraft: false, rates: library.rates } };
  });
}

function folded(answers: CaseAnswers, changes: readonly Pick<AnswerChange, 'changes'>[]): CaseAnswers {
  return changes.flatMap((change) => Object.entries(change.changes)).reduce<CaseAnswers>((so, [path, value]) => setFact(so, path, value ?? undefined), answers);
}
