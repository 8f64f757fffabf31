import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const address = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };

const plain = { building: 'ready', needsElectricity: false, needsWater: false, hasCoffeeCorner: false, passesVat: false, hasSign: false };

function plan(kind: string, more: object = {}) {
  const answers = { applicant: { kind }, premises: { address }, plan: { ...plain, ...more } };
  return planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded === true).map(({ code, step }) => [code, step]);
}

describe('who opens a car wash', () => {
  it('as a person registers and gets the locality’s licence', () => {
    expect(plan('person')).toEqual([['commercial-registration', 1], ['business-hazardous-to-health', 1]]);
  });

  it('and builds it gets the meters after the permit', () => {
    expect(plan('juristic', { building: 'build', needsElectricity: true, needsWater: true })).toEqual([
      ['building-permit', 1], ['business-hazardous-to-health', 1], ['electricity-connection', 2], ['water-connection', 2],
    ]);
  });

  it('with a coffee corner, VAT and a sign needs these as well', () => {
    expect(plan('juristic', { hasCoffeeCorner: true, passesVat: true, hasSign: true }).map(([code]) => code)).toEqual(['business-hazardous-to-health', 'food-premises-small', 'vat-registration', 'signboard-tax']);
  });
});
