import { formats, topics } from '@anuyat/dictionary';
import { findPlaceProblems, placeFacts, placeOf, routeAuthority, type PremisesAnswers } from '@anuyat/dictionary/reference';
import {
  actOf, checkRule, composeForm, itemiseFees, namesIn, open, planJourney, schemaPaths, totalOf, validateAnswers, type JourneyDefinition, type LicenceDefinition,
} from '@anuyat/licence-kit';
import type { StoryOfACase } from '@anuyat/licence-kit/testing';
import { journeys, licences } from './registry';
import { storiesIn } from './shared/stories-in';

const PORTAL = ['place.province', 'place.district', 'place.subdistrict', 'place.localAuthority', 'place.estate', 'place.zone', 'filing.date', 'filing.kind'];
const THAI = /[\u0E00-\u0E7F]/;
/** Asked for the portal's own use: notices are sent there. */
const FOR_THE_PORTAL = ['applicant.email'];

function leavesOf(licence: LicenceDefinition): string[] {
  const paths = schemaPaths(licence.form);
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
}

function isUnder(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`) || prefix.startsWith(`${path}.`));
}

/** One place for each way in which authority falls. */
const PLACES: Record<string, PremisesAnswers> = {
  'Bangkok': { address: { subdistrict: '103901' } },
  'Pattaya': { address: { subdistrict: '200402' } },
  'a municipality': { address: { subdistrict: '200701' } },
  'a subdistrict of Chiang Mai': { address: { subdistrict: '500101' } },
  'an estate': { address: { subdistrict: '210106' }, estate: 'map-ta-phut' },
  'an estate in a promoted zone': { address: { subdistrict: '210603' }, estate: 'amata-city-rayong' },
};

function storiesOf({ code }: LicenceDefinition): StoryOfACase[] {
  return storiesIn(new URL(`./${code}/`, import.meta.url).href);
}

/** A place is either small or large: a case never holds both. */
function alternatives({ licences: of }: JourneyDefinition): string[] {
  const sizes = of.map(({ code }) => code).filter((code) => code.startsWith('food-premises-'));
  return sizes.length > 1 ? sizes : ['none'];
}

function wordsOf(definition: { code: string; texts: { th: Record<string, string>; en: Record<string, string> } }) {
  return (['th', 'en'] as const).flatMap((language) =>
    Object.entries(definition.texts[language]).map(([key, words]) => ({ code: definition.code, language, key, words })));
}

describe.each(licences.map((licence) => [licence.code, licence] as const))('%s', (_, licence) => {
  it('asks for no fact that none of its offices reads', () => {
    const reads = licence.lanes.flatMap((lane) => lane.reads);
    expect(leavesOf(licence).filter((path) => !isUnder(path, [...reads, ...FOR_THE_PORTAL]))).toEqual([]);
  });

  it('lets no office read what it does not ask for', () => {
    const asked = schemaPaths(licence.form);
    const reads = licence.lanes.flatMap((lane) => lane.reads);
    expect(reads.filter((prefix) => !asked.includes(prefix))).toEqual([]);
  });

  it('asks for no paper that none of its offices reads', () => {
    const read = licence.lanes.flatMap((lane) => lane.readsDocuments);
    expect(licence.documents.map(({ code }) => code).filter((code) => !read.includes(code))).toEqual([]);
  });

  it('has a lane that is always there', () => {
    expect(licence.lanes.filter(({ when }) => when === undefined)).not.toEqual([]);
  });

  it('shows the office of a conditional lane the facts that brought it in', () => {
    const hidden = licence.lanes.flatMap(({ id, when, reads }) =>
      (when ? namesIn(when) : []).filter((path) => !isUnder(path, reads)).map((path) => `${id}: ${path}`));
    expect(hidden).toEqual([]);
  });

  it.each(Object.keys(PLACES))('finds an office for every lane in %s', (name) => {
    const place = placeOf(PLACES[name] ?? {});
    expect(place).toBeDefined();
    if (!place) return;
    const offices = licence.lanes.map(({ law, duty }) => routeAuthority({ law, duty, place, on: '2026-11-23' }).office.code);
    expect(offices.filter((code) => code === '')).toEqual([]);
  });

  it.each(storiesOf(licence).map((story) => [story.title, story] as const))('has a form that takes what was filed: %s', (_title, { facts }) => {
    const { place, filing, ...answers } = facts;
    expect(validateAnswers(licence.form, answers, facts, formats)).toEqual([]);
    expect(findPlaceProblems(answers['premises'] as PremisesAnswers)).toEqual([]);
    expect(place).toEqual(placeFacts(placeOf(answers['premises'] as PremisesAnswers) as NonNullable<ReturnType<typeof placeOf>>));
    expect(filing).toEqual({ date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  });

  it('has lived with and without each of its conditional lanes', () => {
    const filed = storiesOf(licence).map(({ facts }) => JSON.stringify(open(licence, facts).state.value));
    const conditional = licence.lanes.filter(({ when }) => when !== undefined).map(({ id }) => id);
    expect(conditional.filter((id) => !filed.some((state) => state.includes(`"${id}":"checking"`)))).toEqual([]);
    expect(conditional.filter((id) => !filed.some((state) => state.includes(`"${id}":"notNeeded"`)))).toEqual([]);
  });

  it('has lived through a grant, a refusal, a question with its answer, and lateness', () => {
    const events = storiesOf(licence).flatMap(({ steps }) => steps.filter(({ expect: { isRefused } }) => !isRefused).map(({ event }) => actOf(event.type)));
    expect(['issued', 'refused', 'asked', 'answered', 'overdue'].filter((act) => !events.includes(act))).toEqual([]);
  });

  it('charges within the range that is shown beforehand, in every worked example', () => {
    const totals = licence.feeExamples.map(({ facts }) => totalOf(itemiseFees(licence, facts)) / 100);
    const most = licence.fees.reduce((sum, { range }) => sum + range.max, 0);
    const least = licence.fees.reduce((sum, { range }) => sum + range.min, 0);
    expect(totals).toEqual(licence.feeExamples.map(({ total }) => total));
    expect(totals.filter((total) => total < least || total > most)).toEqual([]);
  });
});

describe.each(journeys.map((journey) => [journey.code, journey] as const))('the journey %s', (_, journey) => {
  const reached = journey.licences.map(({ code }) => licences.find((licence) => licence.code === code));

  it('leads to licences that exist', () => {
    expect(journey.licences.filter((_licence, at) => !reached[at]).map(({ code }) => code)).toEqual([]);
  });

  it('decides by its own questions', () => {
    const known = [...schemaPaths(journey.questions), ...PORTAL];
    expect(journey.licences.flatMap(({ needed }) => checkRule(needed, known))).toEqual([]);
  });

  it('says why and why not for each licence', () => {
    const keys = journey.licences.flatMap(({ code }) => [`licences.${code}.because`, `licences.${code}.otherwise`]);
    expect(keys.filter((key) => !journey.texts.th[key] || !journey.texts.en[key])).toEqual([]);
  });

  it('has words for its own questions in both languages, and no others', () => {
    expect(Object.keys(journey.texts.en)).toEqual(Object.keys(journey.texts.th));
  });

  it.each(alternatives(journey))('makes one form of its licences (left out: %s)', (without) => {
    const chosen = reached.filter((licence): licence is LicenceDefinition => licence !== undefined && licence.code !== without);
    const form = composeForm(chosen, { journey, topics });
    expect(form.topics.filter(({ title }) => !THAI.test(title.th))).toEqual([]);
    expect(new Set(form.documents.map(({ code }) => code)).size).toBe(form.documents.length);
  });
});

describe('all licences and journeys together', () => {
  it('are at least 24 licence types and 10 journeys', () => {
    expect(licences.length).toBeGreaterThanOrEqual(24);
    expect(journeys.map(({ code }) => code)).toEqual(expect.arrayContaining(['open-a-restaurant', 'retail-shop', 'small-hotel', 'open-a-spa', 'open-a-clinic', 'construction', 'online-shop', 'car-care', 'factory-in-an-estate', 'factory-in-a-promoted-zone']));
  });

  it.each(journeys.map((journey) => [journey.code, journey] as const))('use the same words for the same fact, topic and paper as %s', (_, journey) => {
    const shared = [journey, ...licences].flatMap(wordsOf).filter(({ key }) => /^(fields|topics|labels|documents)\./.test(key));
    const differing = shared.filter(({ language, key, words }) =>
      shared.some((other) => other.language === language && other.key === key && other.words !== words));
    expect(differing.map(({ code, language, key }) => `${code} ${language} ${key}`)).toEqual([]);
  });

  it('differ in the initials that their licences are numbered by', () => {
    const initials = licences.map(({ code }) => code.split('-').map((part) => part.charAt(0).toUpperCase()).join(''));
    expect(initials.filter((some, at) => initials.indexOf(some) !== at)).toEqual([]);
  });

  it('wait only for licences that exist, and never for each other in a circle', () => {
    const codes = licences.map(({ code }) => code);
    expect(licences.flatMap(({ code, dependsOn }) => dependsOn.filter((before) => !codes.includes(before)).map((before) => `${code}: ${before}`))).toEqual([]);
    const everything = { format: 1, code: 'everything', version: 1, questions: {}, licences: codes.map((code) => ({ code, needed: 'true' })), texts: { th: {}, en: {} } } as const;
    const steps = new Map(planJourney({ ...everything, licences: [...everything.licences] }, licences, {}).licences.map(({ code, step }) => [code, step]));
    for (const { code, dependsOn } of licences) for (const before of dependsOn) expect({ code, comesAfter: Number(steps.get(code)) > Number(steps.get(before)) }).toEqual({ code, comesAfter: true });
  });

  it('say of every figure where it was read and from which day it holds', () => {
    const sources = licences.flatMap(({ code, clock, lanes, fees }) => [clock, ...lanes.map((lane) => lane.clock), ...fees].map(({ source }) => ({ code, ...source })));
    expect(sources.filter(({ from, effectiveFrom }) => from.length < 10 || !/^\d{4}-\d{2}-\d{2}$/.test(effectiveFrom))).toEqual([]);
  });

  it('name their law with its section in both languages', () => {
    const cited = licences.flatMap(({ code, citations, clock, lanes, fees }) => [...citations, ...[clock, ...lanes.map((lane) => lane.clock), ...fees].flatMap(({ citation }) => citation ?? [])].map((citation) => ({ code, ...citation })));
    expect(licences.filter(({ citations }) => citations.length === 0).map(({ code }) => code)).toEqual([]);
    expect(cited.filter(({ law, section }) => !THAI.test(law.th) || THAI.test(law.en) || law.en.length < 5 || section.trim() === '')).toEqual([]);
  });

  it('mean the same kind of file by the same paper', () => {
    const papers = licences.flatMap((licence) => licence.documents);
    const differing = papers.filter((paper) => papers.some((other) => other.code === paper.code && other.accepts.join() !== paper.accepts.join()));
    expect(differing.map(({ code }) => code)).toEqual([]);
  });

  it('write Thai in Thai and English in English', () => {
    const odd = [...licences, ...journeys].flatMap(wordsOf).filter(({ language, words }) => THAI.test(words) !== (language === 'th'));
    expect(odd.map(({ code, language, key }) => `${code} ${language} ${key}`)).toEqual([]);
  });
});
