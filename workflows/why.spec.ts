import { topics } from '@anuyat/dictionary';
import { changed, composeForm, evaluateRule, explain, explainAmount, holds, inlineRates, publishedRates, sayAmount, sayChanges, sayRule, turnsTried, withoutHidden, withTexts, type Facts, type JsonSchema } from '@anuyat/licence-kit';
import fc from 'fast-check';
import { journeys, licences } from './registry';

interface Asked {
  of: string;
  rule: string;
  schema: JsonSchema;
}

const THAI = /[\u0E00-\u0E7F]/;
const FEEL = /!=|<=|>=|list contains|\b(then|else|satisfies)\b|[a-z]+\.[a-z]+[A-Z]\w*/;

const ofLicences: Asked[] = licences.flatMap((licence) => {
  const schema = withTexts(licence.form, licence.texts);
  return [...licence.lanes.map(({ id, when }) => [id, when]), ...licence.documents.map(({ code, when }) => [code, when]), ...licence.fees.map(({ code, when }) => [code, when])]
    .flatMap(([what, when]) => (when ? [{ of: `${licence.code} ${what}`, rule: when, schema }] : []));
});
const ofJourneys: Asked[] = journeys.flatMap((journey) => {
  const { schema } = composeForm([], { journey, topics });
  return journey.licences.map(({ code, needed }) => ({ of: `${journey.code} ${code}`, rule: needed, schema }));
});
const rules = [...ofLicences, ...ofJourneys];
const isFirst = (asked: Asked) => rules.find(({ rule }) => rule === asked.rule) === asked;

/** Facts of every kind for a rule: any of its bounds, choices and gaps. */
function factsFor({ rule, schema }: Asked): fc.Arbitrary<Facts> {
  const seeds = turnsTried({ rules: [rule], outcomeOf: () => null, schema, facts: {} });
  return fc.tuple(...seeds.map((changes) => fc.option(fc.constantFrom(...changes), { nil: undefined }))).map((chosen) => changed({ place: {}, filing: { date: '2026-11-22' } }, chosen.filter((change) => change !== undefined)));
}

describe.each(rules.map((asked) => [asked.of, asked.rule, asked] as const))('%s: %s', (_, rule, asked) => {
  const { schema } = asked;
  const say = (facts: Facts) => holds(rule, withoutHidden(schema, facts));

  it('shows a change that turns it, and no single change that was nearer does', () => {
    fc.assert(fc.property(factsFor(asked), (facts) => {
      const { outcome, flip } = explain(rule, facts, { schema });
      expect(outcome).toBe(say(facts));
      const singles = turnsTried({ rules: [rule], outcomeOf: say, schema, facts }).flat().filter((change) => say(changed(facts, [change])) !== outcome);
      if (flip === null) return expect(singles).toEqual([]);
      expect(say(changed(facts, flip))).toBe(!outcome);
      if (singles.length === 0) return expect(flip.length).toBeGreaterThan(1);
      expect(flip).toHaveLength(1);
      const numbers = singles.filter(({ path, to, from }) => path === flip[0]?.path && typeof to === 'number' && typeof from === 'number');
      const distance = (to: unknown, from: unknown) => Math.abs(Number(to) - Number(from));
      numbers.forEach(({ to, from }) => expect(distance(flip[0]?.to, from)).toBeLessThanOrEqual(distance(to, from)));
    }), { numRuns: isFirst(asked) ? 12 : 1 });
  });

  it('is told in both languages, and not as a formula', () => {
    for (const isSo of [true, false]) {
      const { th, en } = sayRule(rule, { schema }, isSo);
      expect(th).toMatch(THAI);
      expect(en).not.toMatch(THAI);
      expect(`${th} ${en}`).not.toMatch(FEEL);
    }
  });
});

describe.each(licences.flatMap((licence) => licence.fees.map((fee) => [`${licence.code} ${fee.code}`, licence, fee] as const)))('the fee %s', (_, licence, fee) => {
  const schema = withTexts(licence.form, licence.texts);
  const rule = inlineRates(fee.amount, publishedRates(licence));

  it('is told as a tariff, and what would change each worked example does', () => {
    for (const { when, amount } of sayAmount(rule, { schema })) expect([amount.en, when?.en ?? '', amount.th, when?.th ?? ''].join(' ')).not.toMatch(FEEL);
    for (const { facts } of licence.feeExamples) {
      const given = { filing: { date: '2026-11-22' }, place: {}, ...facts };
      const { outcome, cheaper, dearer } = explainAmount(rule, given, { schema });
      const other = (turn: typeof cheaper) => evaluateRule(rule, withoutHidden(schema, changed(given, turn?.changes ?? [])));
      if (cheaper) expect([cheaper.outcome, Number(cheaper.outcome) < Number(outcome)]).toEqual([other(cheaper), true]);
      if (dearer) expect([dearer.outcome, Number(dearer.outcome) > Number(outcome)]).toEqual([other(dearer), true]);
    }
  });
});

it('a restaurant of 350 m² would be notified with at most 200 m²', () => {
  const journey = journeys.find(({ code }) => code === 'open-a-restaurant');
  const { schema } = composeForm([], { journey, topics } as Parameters<typeof composeForm>[1]);
  const { flip } = explain('premises.areaSqm > 200', { premises: { areaSqm: 350 } }, { schema });
  expect(sayChanges(flip ?? [], { schema })).toEqual({ th: 'หากพื้นที่ที่ใช้ประกอบกิจการไม่เกิน 200 ตารางเมตร', en: 'If the area used by the business were at most 200 m²' });
});
