import { Refusal, type JourneySummary, type JourneyView, type PlannedLicence, type PlanView } from '@anuyat/contract';
import { bangkokDate, formats } from '@anuyat/dictionary';
import {
  decide, getFactAt, planJourney, textOf, validateAnswers,
  type CaseAnswers, type DocumentRequirement, type Facts, type JourneyDefinition, type LicenceDefinition, type LicencePlan, type Text,
} from '@anuyat/licence-kit';
import { factsOf, shapeAnswers, type DefinitionLibrary, type GovernmentCalendar, type RateBook } from '@anuyat/registrar';
import type { Place } from '@anuyat/dictionary/reference';
import { CaseForms } from './case-forms';
import { chargedHere } from './charged';
import { estimateFee } from './fees';
import { plannedOpening } from './order/opening-view';
import { questionsOf } from './journey-questions';
import { findPlace, officeOf, placeCodes, placeProblems, placeView } from './placing';
import { decisionsOf } from './why/decide-case';
import { viewOf } from './why/decision-view';

/** Tells newcomers what their goal needs: which licences, from whom, how long, what for. Knows nobody's case. */
export class Planner {
  private readonly forms: CaseForms;

  constructor(
    private readonly library: DefinitionLibrary,
    private readonly calendar: GovernmentCalendar,
  ) {
    this.forms = new CaseForms(library);
  }

  /** In the order of a Thai dictionary. */
  list(): JourneySummary[] {
    return this.library.newestJourneys().map(({ definition }) => summaryOf(definition)).sort((a, b) => a.title.th.localeCompare(b.title.th, 'th'));
  }

  /** @throws Refusal `not-found`. */
  read(code: string): JourneyView {
    const journey = this.getJourney(code);
    return { ...summaryOf(journey), version: journey.version, questions: questionsOf(journey) };
  }

  /**
   * Answers may be few; what they leave open is said. Answers that are wrong are refused.
   * @throws Refusal `not-found`, `answers-invalid`.
   */
  plan(code: string, given: CaseAnswers): PlanView {
    const journey = this.getJourney(code);
    const answers = shapeAnswers([journey.questions], given);
    const place = findPlace(answers);
    const facts = planFacts(answers, place);
    const wrong = validateAnswers(questionsOf(journey), answers, facts, formats).filter((problem) => problem.code !== 'missing');
    const fields = [...wrong, ...placeProblems(answers)];
    if (fields.length > 0) throw new Refusal('answers-invalid', { fields });

    const definitions = this.forms.licencesOf(journey);
    const plan = planJourney(journey, definitions, facts);
    const decisions = decisionsOf({ journey, possible: definitions, definitions: [], facts, place, filedOn: bangkokDate(new Date()), isDraft: true });
    const licences = plan.licences.flatMap((each) => {
      const definition = definitions.find((licence) => licence.code === each.code);
      const decision = each.isNeeded === null ? undefined : decisions.find(({ subject }) => subject === each.code);
      return definition ? [{ ...plannedLicence(each, definition, facts, { place, rates: this.library.rates }), ...(decision ? { decision: viewOf(decision, { journey, definitions, decidedAt: null }) } : {}) }] : [];
    });
    const certain = plan.licences.filter(({ isNeeded }) => isNeeded === true).flatMap(({ code: needed }) => definitions.filter((licence) => licence.code === needed));
    const day = { today: bangkokDate(this.calendar.receivedAtLegal(new Date())), holidays: this.calendar.dates };
    const needed = licences.filter(({ isNeeded }) => isNeeded === true);
    return {
      journey: code,
      place: placeView(place),
      licences,
      unanswered: plan.unanswered,
      fee: { min: sum(needed.map(({ fee }) => fee.min)), max: sum(needed.map(({ fee }) => fee.max)) },
      longestDays: plan.longestDays,
      opening: plannedOpening(certain, day),
    };
  }

  private getJourney(code: string): JourneyDefinition {
    const found = this.library.findNewestJourney(code);
    if (!found) throw new Refusal('not-found');
    return found.definition;
  }
}

/** What a plan is made from. A place that is not known is left out, so that rules on it stay open. */
export function planFacts(answers: CaseAnswers, place: Place | undefined): Facts {
  const { place: _, ...facts } = factsOf({ answers, answersRevision: 0, place: null, filedOn: bangkokDate(new Date()) });
  return place ? { ...facts, place: placeCodes(place) } : facts;
}

function summaryOf({ code, texts }: JourneyDefinition): JourneySummary {
  return { code, title: textOf(texts, 'title'), summary: textOf(texts, 'summary') };
}

function plannedLicence(plan: LicencePlan, definition: LicenceDefinition, facts: Facts, { place, rates }: { place: Place | undefined; rates: RateBook }): PlannedLicence {
  const { texts, clock, lanes, kind, version, citations } = definition;
  const maybe = (when: string | undefined): boolean | null => (when === undefined ? true : decide(when, facts, (path) => getFactAt(facts, path) === undefined));
  const filedOn = bangkokDate(new Date());
  const here = place ? lanes.filter(({ when }) => maybe(when) !== false).map((lane) => ({ lane, authority: officeOf(lane, place, filedOn) })) : [];
  return {
    code: plan.code,
    version,
    kind,
    title: textOf(texts, 'title'),
    isNeeded: plan.isNeeded,
    why: plan.why ?? notDecided,
    rule: plan.rule,
    offices: here.map(({ lane, authority: { office, because } }) => ({ lane: lane.id, title: textOf(texts, `lanes.${lane.id}`), office: office.title, agency: office.agency.title, because })),
    days: clock.days,
    dayUnit: clock.unit,
    fee: estimateFee(definition, chargedHere(definition, facts, { rates, place, filedOn })),
    documents: definition.documents.flatMap((document) => plannedDocument(document, texts, maybe(document.when))),
    dependsOn: plan.dependsOn,
    step: plan.step,
    citations: citations.map(({ law, section }) => ({ law, section })),
  };
}

function plannedDocument({ code, isRequired }: DocumentRequirement, texts: LicenceDefinition['texts'], isAsked: boolean | null): PlannedLicence['documents'] {
  return isAsked === false ? [] : [{ code, title: textOf(texts, `documents.${code}`), isRequired: isRequired && isAsked === true }];
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

const notDecided: Text = { th: 'ขึ้นอยู่กับคำตอบที่ยังไม่ได้ตอบ', en: 'This depends on questions that are not answered yet.' };
