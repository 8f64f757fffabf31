import { authorityRules, type Place } from '@anuyat/dictionary/reference';
import {
  calculate, CalculationFailed, decide, getFactAt, holds, inlineRates, namesInQuestion, pickFacts, satangOf,
  type Citation, type Facts, type FeeItem, type JourneyDefinition, type JsonSchema, type LicenceDefinition, type Rates,
} from '@anuyat/licence-kit';
import type { RateBook } from '@anuyat/registrar';
import { chargedHere } from '../charged';
import { officeOf, placeCodes } from '../placing';
import { questionsOf } from '../journey-questions';
import type { Decision } from './decision';

/** What is decided about: a case under its definitions. */
export interface Deciding {
  journey: JourneyDefinition;
  /** Every licence that the journey may lead to. */
  possible: readonly LicenceDefinition[];
  /** The licences that are asked for. */
  definitions: readonly LicenceDefinition[];
  facts: Facts;
  place: Place | undefined;
  filedOn: string;
  /** Whether an answer may still come: then a rule that reads it is not settled. */
  isDraft: boolean;
  /** What offices charge; the published rates where nothing is said. */
  rates?: Pick<RateBook, 'on'>;
}

const published: Pick<RateBook, 'on'> = { on: () => ({}) };

/** Everything that the portal decides about a case, dates aside. Pure. */
export function decisionsOf(deciding: Deciding): Decision[] {
  return [...needsDecided(deciding), ...deciding.definitions.flatMap((definition) => [...lanesDecided(definition, deciding), ...papersDecided(definition, deciding), ...feesDecided(definition, deciding)])];
}

function needsDecided(deciding: Deciding): Decision[] {
  const { journey, possible, facts } = deciding;
  const inputs = inputsOf(journey.licences.map(({ needed }) => needed), questionsOf(journey), facts);
  return journey.licences.map(({ code, needed }) => ({
    kind: 'licence',
    application: null,
    subject: code,
    rule: needed,
    source: { code: journey.code, version: journey.version },
    inputs,
    outcome: ruling(needed, deciding),
    citations: cited(possible.find((licence) => licence.code === code)?.citations ?? []),
  }));
}

function lanesDecided(definition: LicenceDefinition, deciding: Deciding): Decision[] {
  const { facts, place, filedOn } = deciding;
  return definition.lanes.flatMap((lane): Decision[] => {
    const about = { application: definition.code, subject: lane.id };
    const rule = lane.when ?? 'true';
    const exists: Decision = {
      kind: 'lane', ...about, rule, source: sourceOf(definition), inputs: inputsOf([rule], definition.form, facts), outcome: ruling(rule, deciding), citations: cited(definition.citations),
    };
    if (!place || exists.outcome === false) return [exists];
    const { office, rule: line, citation } = officeOf(lane, place, filedOn);
    const since = authorityRules.find(({ id }) => id === line)?.source.effectiveFrom ?? '';
    return [exists, {
      kind: 'office', ...about, rule: line, source: { code: 'authority', version: Number(since.replaceAll('-', '')) },
      inputs: { place: placeCodes(place), filing: { date: filedOn }, law: lane.law, duty: lane.duty }, outcome: office.code, citations: cited([citation]),
    }];
  });
}

function papersDecided(definition: LicenceDefinition, deciding: Deciding): Decision[] {
  return definition.documents.map(({ code, when }) => {
    const rule = when ?? 'true';
    return {
      kind: 'document', application: definition.code, subject: code, rule, source: sourceOf(definition),
      inputs: inputsOf([rule], definition.form, deciding.facts), outcome: ruling(rule, deciding), citations: cited(definition.citations),
    };
  });
}

function feesDecided(definition: LicenceDefinition, deciding: Deciding): Decision[] {
  const { place, filedOn } = deciding;
  const charged = chargedHere(definition, deciding.facts, { rates: deciding.rates ?? published, place, filedOn });
  return definition.fees.map((fee) => {
    const rule = inlineRates(ruleOfFee(fee), (charged['rates'] ?? {}) as Rates);
    return {
      kind: 'fee', application: definition.code, subject: fee.code, rule, source: sourceOf(definition),
      inputs: inputsOf([rule], definition.form, charged), outcome: satang(rule, charged), citations: cited(fee.citation ? [fee.citation] : definition.citations),
    };
  });
}

/** A fee's line as one rule: nothing is charged where it does not hold. */
export function ruleOfFee({ when, amount }: Pick<FeeItem, 'when' | 'amount'>): string {
  return when === undefined ? amount : `if ${when} then ${amount} else 0`;
}

function satang(rule: string, facts: Facts): number | null {
  try {
    return satangOf(calculate(rule, facts));
  } catch (error) {
    if (error instanceof CalculationFailed || error instanceof RangeError) return null;
    throw error;
  }
}

function ruling(rule: string, { facts, isDraft }: Deciding): boolean | null {
  return isDraft ? decide(rule, facts, (path) => getFactAt(facts, path) === undefined) : holds(rule, facts);
}

function inputsOf(rules: readonly string[], form: JsonSchema, facts: Facts): Facts {
  const names = namesInQuestion(rules, form);
  const isByTerritory = names.some((name) => name === 'premises.estate' || name === 'premises.zone');
  return pickFacts(facts, isByTerritory ? [...names, 'place.province'] : names);
}

function sourceOf({ code, version }: LicenceDefinition): Decision['source'] {
  return { code, version };
}

function cited(citations: readonly (Citation | undefined)[]): Citation[] {
  return citations.flatMap((citation) => (citation ? [{ law: citation.law, section: citation.section }] : []));
}
