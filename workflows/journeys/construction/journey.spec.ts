import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const address = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };

const plain = { hasSite: false, mixesConcrete: false, passesVat: false, needsElectricity: false, needsWater: false, hasSign: false };

function plan(more: object, rest: object = {}, kind = 'juristic') {
  const answers = { applicant: { kind }, premises: { address }, plan: { ...plain, ...more }, ...rest };
  return planJourney(journey, licences, answers);
}
const needed = (...args: Parameters<typeof plan>) => plan(...args).licences.filter(({ isNeeded }) => isNeeded === true).map(({ code, step }) => [code, step]);

describe('who builds', () => {
  it('as a new company for others registers it, then for VAT', () => {
    expect(needed({ formsCompany: true, passesVat: true }, {}, 'person')).toEqual([['juristic-registration', 1], ['vat-registration', 2]]);
  });

  it('a hotel gets the permit, then the certificate; the meters come after the permit', () => {
    expect(needed({ hasSite: true, isControlledUse: true, needsElectricity: true, needsWater: true })).toEqual([
      ['building-permit', 1], ['building-use-certificate', 2], ['electricity-connection', 2], ['water-connection', 2],
    ]);
  });

  it.each([
    [40, 20, []], [60, 20, ['factory-type-2']], [75, 60, ['factory-type-2']], [90, 20, ['factory-type-3']], [60, 80, ['factory-type-3']],
  ])('with a concrete plant of %d horsepower and %d workers needs %j', (horsepower, people, factory) => {
    const codes = needed({ mixesConcrete: true }, { machinery: { horsepower }, workers: { men: people, women: 0 } }).map(([code]) => code);
    expect(codes).toEqual([...factory, 'business-hazardous-to-health']);
  });

  it('as a company that exists is not asked whether to form one', () => {
    expect(plan({}).unanswered).toEqual([]);
    expect(plan({}, {}, 'person').unanswered).toEqual(['plan.formsCompany']);
  });
});
