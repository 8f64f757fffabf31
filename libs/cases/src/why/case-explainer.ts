import type { PersonActor, WhyView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { askedAnswers, type LaneDefinition } from '@anuyat/licence-kit';
import { factsOf, type Reading } from '@anuyat/registrar';
import { CaseForms } from '../case-forms';
import { getCase, getOwnCase, type CaseRow } from '../case-row';
import { findPlace, placeCodes } from '../placing';
import { dueDatesDecided } from './day-decisions';
import { decisionsOf } from './decide-case';
import type { Decision } from './decision';
import { endsDecided } from './end-decisions';
import { standingAfter, type Standing } from './decided-again';
import { readDecisions } from './decision-store';
import { viewOf } from './decision-view';
import { readTurns } from './turns';

/**
 * Tells why: live while a case is a draft; afterwards from what was kept at the filing, and from the history since then, which is replayed for
 * what corrections and new versions made the portal decide anew.
 */
export class CaseExplainer {
  private readonly forms: CaseForms;

  constructor(private readonly reading: Reading) {
    this.forms = new CaseForms(reading.library);
  }

  /** @throws Refusal `not-found`, also for another's case. */
  async ofCase(actor: PersonActor, caseId: string): Promise<WhyView> {
    const row = await getOwnCase(this.reading.source, actor, caseId);
    return this.tell(row, await this.decisions(row));
  }

  /** The decisions of one application, as far as one lane's office may read the facts behind them. The caller has checked who asks. */
  async ofLane(caseId: string, code: string, lane: Pick<LaneDefinition, 'id' | 'reads' | 'readsDocuments'>): Promise<WhyView> {
    const row = await getCase(this.reading.source, caseId);
    const own = (await this.decisions(row)).filter(({ decision }) => isFor(decision, code, lane));
    return this.tell(row, own);
  }

  private async decisions(row: CaseRow): Promise<Standing[]> {
    if (row.status === 'draft') return this.live(row).map((decision) => ({ decision, decidedAt: null }));
    const { source, library, calendar } = this.reading;
    const [records, ends, dates] = await Promise.all([readDecisions(source, row.id), endsDecided(source, row.id), dueDatesDecided(source, row.id, calendar, (code, version) => library.getLicence(code, version))]);
    const kept = records.flatMap(({ decidedAt, decisions }) => decisions.map((decision) => ({ decision, decidedAt })));
    const turns = await readTurns(this.reading, this.forms, row, touchesIn(kept));
    return [...standingAfter(kept, turns), ...ends, ...dates.map((decision) => ({ decision, decidedAt: null }))];
  }

  private live(row: CaseRow): Decision[] {
    const journey = this.forms.journeyOf(row);
    const place = findPlace(row.answers);
    const filedOn = bangkokDate(this.reading.calendar.receivedAtLegal(new Date()));
    const facts = factsOf({ answers: row.answers, answersRevision: 0, place: placeCodes(place), filedOn });
    const asked = { ...askedAnswers(this.forms.formOf(row).schema, row.answers, facts), place: facts['place'], filing: facts['filing'] };
    return decisionsOf({ journey, possible: this.forms.licencesOf(journey), definitions: this.forms.definitionsOf(row), facts: asked, place, filedOn, isDraft: true, rates: this.reading.library.rates });
  }

  private tell(row: CaseRow, decisions: readonly Standing[]): WhyView {
    const journey = this.forms.journeyOf(row);
    const definitions = [...this.forms.definitionsOf(row), ...this.forms.licencesOf(journey)];
    return { decisions: decisions.map((standing) => viewOf(standing.decision, { journey, definitions, decidedAt: standing.decidedAt, again: standing.again })) };
  }
}

/** Which lanes a change of a licence touches, as the filing found it; nothing else is filed with any. */
function touchesIn(kept: readonly Standing[]): string[] {
  const filing = kept.map(({ decision }) => decision.inputs['filing'] as { touches?: string[] } | undefined).find((facts) => facts?.touches !== undefined);
  return filing?.touches ?? [];
}

/** An office is told of its own lane and papers, and of fees and dates that rest on what it reads. */
function isFor(decision: Decision, code: string, { id, reads, readsDocuments }: Pick<LaneDefinition, 'id' | 'reads' | 'readsDocuments'>): boolean {
  const { kind, application, subject, inputs } = decision;
  if (application !== code) return false;
  const mayRead = Object.entries(inputs).every(([topic, facts]) => topic === 'place' || topic === 'filing' || isWithin(topic, facts, reads));
  switch (kind) {
    case 'lane':
      return subject === id && mayRead;
    case 'office':
      return subject === id;
    case 'end':
      return true;
    case 'date':
      return subject.startsWith(`${id}.`);
    case 'document':
      return readsDocuments.includes(subject) && mayRead;
    default:
      return mayRead;
  }
}

function isWithin(path: string, value: unknown, reads: readonly string[]): boolean {
  if (reads.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, below]) => isWithin(`${path}.${key}`, below, reads));
}

