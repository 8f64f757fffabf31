import type { PlanView, PlannedLicence } from '@anuyat/contract';
import { planMap } from './plan-map';

const text = (words: string) => ({ th: words, en: words });
const words = { submit: text('submit'), open: text('open'), issued: text('issued'), group: text('plan') };
const licence = (code: string, more: Partial<PlannedLicence> = {}): PlannedLicence =>
  ({ code, title: text(code), isNeeded: true, step: 1, days: 30, dayUnit: 'working', offices: [], dependsOn: [], ...more }) as PlannedLicence;
const plan = (...licences: PlannedLicence[]) => ({ licences }) as unknown as PlanView;
const placesOf = (given: PlanView) => planMap(given, words).lines.map(({ id, stations }) => [id, stations.map((station) => station.id)]);

describe('a plan as a map', () => {
  it('lets independent licences leave one submission and arrive at the opening', () => {
    expect(placesOf(plan(licence('a'), licence('b')))).toEqual([['a', ['submit', 'a.days', 'open']], ['b', ['submit', 'b.days', 'open']]]);
  });

  it('begins a licence that waits where the awaited one ends', () => {
    expect(placesOf(plan(licence('liquor', { step: 2, dependsOn: ['food'] }), licence('food')))).toEqual([
      ['food', ['submit', 'food.days', 'issued:food']],
      ['liquor', ['issued:food', 'liquor.days', 'open']],
    ]);
  });

  it('leaves out what is not needed, also as something to wait for', () => {
    expect(placesOf(plan(licence('liquor', { dependsOn: ['food'] }), licence('food', { isNeeded: false })))).toEqual([['liquor', ['submit', 'liquor.days', 'open']]]);
  });

  it('says the days of each licence with their kind', () => {
    expect(planMap(plan(licence('a')), words).lines[0]?.stations[1]?.title).toEqual({ th: '30 วันทำการ', en: '30 working days' });
  });
});
