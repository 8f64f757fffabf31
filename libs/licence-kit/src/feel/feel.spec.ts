import fc from 'fast-check';
import { evaluate } from 'feelin';
import { calculate, CalculationFailed } from './calculate';
import { checkRule } from './check-rule';
import { decide } from './decide';
import { FeelSyntaxError } from './feel-syntax-error';
import { holds } from './holds';
import { namesIn } from './names-in';

const facts = {
  premises: { areaSqm: 250, address: { province: '10' }, tenure: 'rent' },
  signs: [
    { kind: 'thai', isMoving: true, widthCm: 100, heightCm: 50, sides: 2 },
    { kind: 'mixed', isMoving: false, widthCm: 10, heightCm: 5, sides: 1 },
  ],
  workers: { men: 3, women: 4 },
};

const rules = [
  'premises.areaSqm > 200',
  'premises.areaSqm > 200 and workers.men < 3',
  'premises.areaSqm <= 200 or workers.women >= 4',
  'some x in signs satisfies x.isMoving',
  'every x in signs satisfies x.sides = 1',
  'not(premises.areaSqm > 200)',
  'premises.tenure in ("rent", "consent")',
  'premises.areaSqm in [1..300]',
  'premises.areaSqm between 100 and 249',
  'count(signs[kind = "thai"]) > 0',
  'count(signs[kind = "thai" and sides > workers.men]) > 0',
  'sum(for s in signs return s.widthCm * s.heightCm * s.sides) / 500 > 20',
  'if premises.areaSqm > 200 then true else false',
  'list contains(["10", "20"], premises.address.province)',
  'premises.estate = null',
  'nothing.known > 3',
  'workers.men-workers.women < 0',
  'contains(premises.tenure, "en") // as written',
  '{ big: premises.areaSqm > 100, many: workers.men > 2 }.big',
  'max(signs.widthCm) > 50',
];

describe('holds', () => {
  it('says what FEEL itself says, for every rule and whatever the facts are', () => {
    const plain = { noNullPrototype: true } as const;
    const anyFacts = fc.record({
      premises: fc.option(fc.record({
        areaSqm: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.string(), fc.constant(null)),
        tenure: fc.constantFrom('own', 'rent', null),
        address: fc.record({ province: fc.constantFrom('10', '11') }, plain),
      }, plain)),
      signs: fc.option(fc.array(
        fc.record({ kind: fc.constantFrom('thai', 'mixed'), isMoving: fc.boolean(), widthCm: fc.nat(200), heightCm: fc.nat(200), sides: fc.nat(3) }, plain),
        { maxLength: 4 },
      )),
      workers: fc.record({ men: fc.nat(9), women: fc.nat(9) }, plain),
    }, plain);
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...rules), (some, rule) => {
        expect(holds(rule, some)).toBe(evaluate(rule, some as Record<string, unknown>).value === true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes what is unknown as not true, either way round', () => {
    expect(holds('premises.estate > 3', facts)).toBe(false);
    expect(holds('not(premises.estate > 3)', facts)).toBe(false);
    expect(holds('nothing.at.all', {})).toBe(false);
  });

  it('does not let a topic hide a function of FEEL, nor a prototype answer for a fact', () => {
    expect(holds('sum([1, 2]) = 3', { sum: 5 })).toBe(true);
    expect(holds('constructor != null', facts)).toBe(false);
    expect(holds('__proto__ != null', JSON.parse('{"__proto__": {"a": 1}}') as Record<string, unknown>)).toBe(false);
  });

  it('says no when the facts are of a kind that the rule cannot work with', () => {
    expect(holds('matches(premises.tenure, premises.areaSqm)', facts)).toBe(false);
    expect(holds('date(premises.tenure) > date("2026-01-01")', facts)).toBe(false);
  });

  it('names the place where a rule cannot be read', () => {
    expect(() => holds('premises.areaSqm > 3 and', facts)).toThrow(FeelSyntaxError);
    expect(() => holds(') or (true', facts)).toThrow(FeelSyntaxError);
    expect(() => holds('', facts)).toThrow(FeelSyntaxError);
  });
});

describe('calculate', () => {
  it('works out an amount', () => {
    expect(calculate('if premises.areaSqm > 200 then 3000 else 1000', facts)).toBe(3000);
    expect(calculate('sum(for s in signs return s.widthCm * s.heightCm * s.sides) / 500', facts)).toBeCloseTo(20.1);
  });

  it.each([
    ['premises.depth * 2', 'gives-nothing'],
    ['premises.tenure', 'not-a-number'],
    ['10 ** 400', 'not-finite'],
    ['0 - workers.men', 'negative'],
    ['1 / 0', 'gives-nothing'],
  ])('refuses %s in a sentence, in both languages', (rule, code) => {
    const failure = catchError(() => calculate(rule, facts));
    expect(failure).toBeInstanceOf(CalculationFailed);
    expect(failure).toMatchObject({ code, text: { th: expect.stringContaining(rule), en: expect.stringContaining(rule) } });
  });
});

describe('namesIn', () => {
  it.each<[string, string[]]>([
    ['premises.areaSqm > 200', ['premises.areaSqm']],
    ['some x in signs satisfies x.isMoving', ['signs', 'signs.isMoving']],
    ['sum(for s in signs return s.widthCm * s.heightCm)', ['signs', 'signs.widthCm', 'signs.heightCm']],
    ['some x in signs, y in machines satisfies x.sides > y.quantity', ['signs', 'machines', 'signs.sides', 'machines.quantity']],
    ['max(signs.widthCm) > 3', ['signs.widthCm']],
    ['count(signs[kind = "thai"])', ['signs', 'signs.kind']],
    ['signs[item.kind = "thai"].widthCm', ['signs', 'signs.kind', 'signs.widthCm']],
    ['some x in signs[kind = "thai"] satisfies x.sides > 1', ['signs', 'signs.kind', 'signs.sides']],
    ['{ a: premises.areaSqm, b: a * 2 }.b', ['premises.areaSqm']],
    ['for i in 1..3 return i * workers.men', ['workers.men']],
    ['list contains(["a"], premises.tenure)', ['premises.tenure']],
    ['date(filing.date).year > 2026', ['filing.date']],
    ['premises.address.province in ("10", "11") and not(workers.men > 3)', ['premises.address.province', 'workers.men']],
    ['true', []],
  ])('of %s', (rule, names) => {
    expect(namesIn(rule)).toEqual(names);
  });
});

describe('checkRule', () => {
  const known = ['premises.areaSqm', 'premises.tenure', 'signs.kind', 'signs.isMoving', 'signs.sides', 'workers.men', 'filing.date'];

  it('finds nothing wrong with good rules', () => {
    for (const rule of ['premises.areaSqm > 200', 'some x in signs satisfies x.isMoving', 'count(signs[kind = "thai"]) > workers.men', 'count(signs[sides > workers.men]) > 0', 'premises != null', 'signs[1].sides = 2']) {
      expect(checkRule(rule, known)).toEqual([]);
    }
  });

  it('shows where the text stops being FEEL', () => {
    expect(checkRule('premises.areaSqm > 3 and', known)).toMatchObject([{ code: 'syntax', from: 24 }]);
    expect(checkRule('(premises.areaSqm > 3', known)).toMatchObject([{ code: 'syntax', from: 21 }]);
  });

  it('finds a misspelt fact, with its place and the name that was meant', () => {
    const [problem] = checkRule('workers.men > 3 and premises.areaSqn > 200', known);
    expect(problem).toMatchObject({ code: 'unknown-name', from: 20, to: 36 });
    expect(problem?.message.en).toContain('Did you mean “premises.areaSqm”?');
    expect(problem?.message.th).toContain('premises.areaSqm');
  });

  it('finds a misspelt field of a row', () => {
    expect(checkRule('some x in signs satisfies x.moving', known)).toMatchObject([{ code: 'unknown-name' }]);
    expect(checkRule('count(signs[sort = "thai"]) > 0', known)).toMatchObject([{ code: 'unknown-name' }]);
  });

  it('refuses functions that are not there, and clocks', () => {
    expect(checkRule('is defined(premises.areaSqm)', known)).toMatchObject([{ code: 'unknown-function' }]);
    expect(checkRule('date(filing.date) < today()', known)).toMatchObject([{ code: 'reads-the-clock' }]);
  });

  it.each(['sum(for i in 1..1000000000 return i) > 3', 'some a in signs, b in signs, c in signs satisfies a.isMoving', 'count(for a in signs return for b in signs return for c in signs return 1) > 3', '(function(x) x)(3) > 2', 'matches(premises.tenure, "(a+)+$")', 'matches(premises.tenure, premises.tenure)', 'replace(premises.tenure, "(a|a)*$", "b") = "c"'])('refuses what could keep its asker busy for ever: %s', (rule) => {
    expect(checkRule(rule, known).map(({ code }) => code)).toContain('endless');
  });

  it('takes lists of answers, two deep, and patterns that are straight', () => {
    for (const rule of ['some a in signs, b in signs satisfies a.isMoving', 'matches(premises.tenure, "^[a-z]+$")', 'premises.areaSqm in [1..1000000]']) expect(checkRule(rule, known)).toEqual([]);
  });

  it('refuses a filter that FEEL would read as a row number', () => {
    expect(checkRule('count(signs[isMoving]) > 0', known)).toMatchObject([{ code: 'filter-is-no-test', from: 12, to: 20 }]);
  });
});

describe('decide', () => {
  const isOpen = (path: string) => path.startsWith('premises');

  it('is settled as soon as what is open cannot change it', () => {
    expect(decide('workers.men = 3 or premises.areaSqm > 200', facts, isOpen)).toBe(true);
    expect(decide('workers.men = 4 and premises.areaSqm > 200', facts, isOpen)).toBe(false);
    expect(decide('workers.men = 3 and premises.areaSqm > 200', facts, isOpen)).toBeNull();
    expect(decide('not(workers.men = 3 or premises.areaSqm > 200)', facts, isOpen)).toBe(false);
  });

  it('never says what the full facts would deny', () => {
    const openPaths = ['premises.areaSqm', 'workers.men', 'premises.tenure', 'signs'];
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.subarray(openPaths), fc.nat(500), fc.nat(9), fc.constantFrom('own', 'rent'), (rule, open, areaSqm, men, tenure) => {
        const full = { ...facts, premises: { ...facts.premises, areaSqm, tenure }, workers: { ...facts.workers, men } };
        const said = decide(rule, facts, (path) => open.some((start) => path === start || path.startsWith(`${start}.`)));
        const others = { areaSqm: open.includes('premises.areaSqm') ? areaSqm : 250, tenure: open.includes('premises.tenure') ? tenure : 'rent' };
        const possible = { ...full, premises: { ...facts.premises, ...others }, workers: { ...facts.workers, men: open.includes('workers.men') ? men : 3 } };
        if (said !== null) expect(holds(rule, possible)).toBe(said);
      }),
      { numRuns: 2_000 },
    );
  });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
