import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const address = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };

function plan(kind: string, more: object = {}) {
  const answers = { applicant: { kind }, premises: { address }, online: { kind: 'own-site' }, plan: { passesVat: false, callsConsumers: false, sellsThroughNetwork: false, ownCosmetics: false, storesFood: false, ...more } };
  return planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded === true).map(({ code, step }) => [code, step]);
}
const codes = (...args: Parameters<typeof plan>) => plan(...args).map(([code]) => code);

describe('who opens an online shop', () => {
  it('as a person registers the trade, then the shop', () => {
    expect(plan('person')).toEqual([['commercial-registration', 1], ['electronic-commerce-registration', 2]]);
  });

  it('as a company registers the shop all the same', () => {
    expect(codes('juristic')).toEqual(['electronic-commerce-registration']);
  });

  it('and calls consumers registers direct marketing after the shop, unless small', () => {
    expect(plan('juristic', { callsConsumers: true })).toEqual([['electronic-commerce-registration', 1], ['direct-marketing-registration', 2]]);
    expect(codes('person', { callsConsumers: true })).not.toContain('direct-marketing-registration');
    expect(codes('person', { callsConsumers: true, passesVat: true })).toContain('direct-marketing-registration');
  });

  it('through a network registers direct sale, which only companies can', () => {
    expect(codes('juristic', { sellsThroughNetwork: true })).toContain('direct-sale-registration');
    expect(codes('person', { sellsThroughNetwork: true })).not.toContain('direct-sale-registration');
  });

  it('with cosmetics and food needs these as well', () => {
    expect(codes('juristic', { ownCosmetics: true, storesFood: true })).toEqual(['electronic-commerce-registration', 'cosmetics-notification', 'food-premises-small']);
  });
});
