import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const plant = {
  premises: { address: { houseNo: '7/77', subdistrict: '210603', district: '2106', province: '21', postcode: '21140' }, estate: 'amata-city-rayong' },
  workers: { men: 20, women: 20 },
  machinery: { horsepower: 60 },
  factory: { kind: 53 },
  plan: { isHazardousToHealth: false, hasSign: false },
};

function plan(more: object) {
  return planJourney(journey, licences, { ...plant, ...more }).licences.filter(({ isNeeded }) => isNeeded === true);
}

describe('who sets up a factory in an estate', () => {
  it.each([
    ['more than 75 horsepower', { machinery: { horsepower: 75.5 } }],
    ['more than 75 workers', { workers: { men: 40, women: 36 } }],
    ['a kind that always needs one', { factory: { kind: 101 } }],
  ])('with %s needs a factory licence, after the use of land', (_why, more) => {
    expect(plan(more).map(({ code, step }) => [step, code])).toEqual([[1, 'estate-land-use'], [2, 'factory-type-3']]);
  });

  it('with 60 horsepower and 40 workers notifies, after the use of land', () => {
    expect(plan({}).map(({ code, step }) => [step, code])).toEqual([[1, 'estate-land-use'], [2, 'factory-type-2']]);
  });

  it('with 50 horsepower and 50 workers needs the use of land alone', () => {
    expect(plan({ machinery: { horsepower: 50 }, workers: { men: 25, women: 25 } }).map(({ code }) => code)).toEqual(['estate-land-use']);
  });

  it('with a listed kind of business and a sign needs these as well', () => {
    expect(plan({ plan: { isHazardousToHealth: true, hasSign: true } }).map(({ code }) => code)).toEqual(['estate-land-use', 'factory-type-2', 'business-hazardous-to-health', 'signboard-tax']);
  });
});
