import type { JourneyDefinition } from '../definition/journey';
import type { LicenceDefinition } from '../definition/licence-definition';
import { planJourney } from './plan-journey';

const licence = (code: string, days: number, dependsOn: string[] = [], unit: 'working' | 'calendar' = 'working') =>
  ({ code, dependsOn, clock: { days, unit } }) as unknown as LicenceDefinition;

const definitions = [licence('card', 2), licence('hall', 10, ['card']), licence('garden', 7, ['hall', 'card'], 'calendar'), licence('kiosk', 30)];

const journey: JourneyDefinition = {
  format: 1,
  code: 'read-aloud',
  version: 1,
  questions: {
    type: 'object',
    required: ['plan', 'premises'],
    properties: {
      plan: {
        type: 'object',
        required: ['isLoud', 'guests', 'hasTea', 'teas'],
        properties: {
          isLoud: { type: 'boolean' },
          guests: { type: 'integer' },
          hasTea: { type: 'boolean' },
          teas: { type: 'array', items: { type: 'object', properties: { isHot: { type: 'boolean' } } }, 'x-when': 'plan.hasTea' },
          sponsor: { type: 'string' },
        },
      },
      premises: { type: 'object', required: ['address'], properties: { address: { type: 'object', required: ['province'], properties: { province: { type: 'string' }, soi: { type: 'string' } } } } },
    },
  },
  licences: [
    { code: 'card', needed: 'true' },
    { code: 'hall', needed: 'plan.isLoud or plan.guests > 20' },
    { code: 'garden', needed: 'place.province = "10" and plan.sponsor = null' },
    { code: 'kiosk', needed: 'some tea in plan.teas satisfies tea.isHot' },
  ],
  texts: {
    th: { 'licences.card.because': 'ทุกคนต้องมีบัตร', 'licences.kiosk.otherwise': 'ไม่มีชาร้อน' },
    en: { 'licences.card.because': 'Everybody needs a card.', 'licences.kiosk.otherwise': 'No tea is hot.' },
  },
};

const plan = (answers: Record<string, unknown>) => planJourney(journey, definitions, answers);
const neededBy = (answers: Record<string, unknown>) => Object.fromEntries(plan(answers).licences.map(({ code, isNeeded }) => [code, isNeeded]));

describe('the plan of a journey', () => {
  it('leaves open what the answers do not tell yet, and says which questions would', () => {
    const { licences, unanswered } = plan({});
    expect(licences.map(({ isNeeded }) => isNeeded)).toEqual([true, null, null, null]);
    expect(licences[1]?.unanswered).toEqual(['plan.isLoud', 'plan.guests']);
    expect(unanswered).toEqual(['plan.isLoud', 'plan.guests', 'premises.address.province', 'plan.hasTea']);
  });

  it('is settled as soon as the answers that are missing cannot change it', () => {
    expect(neededBy({ plan: { isLoud: true } })).toMatchObject({ hall: true });
    expect(neededBy({ plan: { isLoud: false } })).toMatchObject({ hall: null });
    expect(neededBy({ plan: { isLoud: false, guests: 20 } })).toMatchObject({ hall: false });
  });

  it('asks for what a question depends on before the question itself', () => {
    const kiosk = (answers: Record<string, unknown>) => plan({ plan: answers }).licences[3];
    expect(kiosk({})).toMatchObject({ isNeeded: null, unanswered: ['plan.hasTea'] });
    expect(kiosk({ hasTea: false })).toMatchObject({ isNeeded: false, unanswered: [], why: { en: 'No tea is hot.' } });
    expect(kiosk({ hasTea: true })).toMatchObject({ isNeeded: null, unanswered: ['plan.teas'] });
    expect(kiosk({ hasTea: true, teas: [{ isHot: true }] })).toMatchObject({ isNeeded: true });
    expect(kiosk({ hasTea: false, teas: [{ isHot: true }] })).toMatchObject({ isNeeded: false });
  });

  it('takes a question that may be left out as answered, and a place as known once the portal has worked it out', () => {
    expect(neededBy({ place: { province: '10' } })).toMatchObject({ garden: true });
    expect(neededBy({ place: { province: '20' } })).toMatchObject({ garden: false });
    expect(neededBy({ place: { province: '10' }, plan: { sponsor: 'Somsri' } })).toMatchObject({ garden: false });
  });

  it('shows the rule and the facts that it read', () => {
    const [card, hall, , kiosk] = plan({ plan: { isLoud: true, hasTea: true, teas: [{ isHot: false }, {}] } }).licences;
    expect(card).toMatchObject({ rule: { feel: 'true', facts: {} }, why: { th: 'ทุกคนต้องมีบัตร', en: 'Everybody needs a card.' } });
    expect(hall?.rule).toEqual({ feel: 'plan.isLoud or plan.guests > 20', facts: { 'plan.isLoud': true, 'plan.guests': null } });
    expect(kiosk?.rule.facts).toEqual({ 'plan.teas': [{ isHot: false }, {}], 'plan.teas.isHot': [false, null] });
  });

  it('orders licences by what they wait for; what is not needed keeps nobody waiting', () => {
    const stepsOf = (answers: Record<string, unknown>) => plan(answers).licences.map(({ code, step, dependsOn }) => [code, step, dependsOn]);
    expect(stepsOf({ plan: { isLoud: true }, place: { province: '10' } }).slice(0, 3)).toEqual([['card', 1, []], ['hall', 2, ['card']], ['garden', 3, ['hall', 'card']]]);
    expect(stepsOf({ plan: { isLoud: false, guests: 1 }, place: { province: '10' } })[2]).toEqual(['garden', 2, ['card']]);
  });

  it('counts working days along the longest chain of what is needed', () => {
    expect(plan({ plan: { isLoud: true, hasTea: false }, place: { province: '10' } }).longestDays).toBe(2 + 10 + 5);
    expect(plan({ plan: { isLoud: false, guests: 1, hasTea: true, teas: [{ isHot: true }] }, place: { province: '20' } }).longestDays).toBe(30);
  });

  it('refuses a licence that is not there, and licences that wait for each other', () => {
    expect(() => planJourney(journey, definitions.slice(1), {})).toThrow('names the licence "card", which is not there');
    const circle = [licence('card', 2, ['garden']), ...definitions.slice(1)];
    expect(() => planJourney(journey, circle, { place: { province: '10' } })).toThrow('card → garden → hall → card');
  });
});
