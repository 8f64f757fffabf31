import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const address = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };

function plan(kind: string, more: object = {}) {
  const answers = { applicant: { kind }, company: { form: 'limited-company' }, premises: { address }, plan: { passesVat: false, sellsOnline: false, needsElectricity: false, needsWater: false, hasSign: false, ...more } };
  return planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded === true).map(({ code, step }) => [code, step]);
}

describe('who starts a company', () => {
  it.each(['person', 'foreigner'])('as a %s registers it first', (kind) => {
    expect(plan(kind)).toEqual([['juristic-registration', 1]]);
  });

  it('gets VAT and the online shop once the company is there', () => {
    expect(plan('person', { passesVat: true, sellsOnline: true })).toEqual([['juristic-registration', 1], ['vat-registration', 2], ['electronic-commerce-registration', 2]]);
  });

  it('has one already and needs only what is left', () => {
    expect(plan('juristic', { needsElectricity: true, needsWater: true, hasSign: true })).toEqual([['electricity-connection', 1], ['water-connection', 1], ['signboard-tax', 1]]);
  });
});
