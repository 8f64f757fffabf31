import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const address = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };

function needed(kind: string, goods: string[], more: object = {}, areaSqm = 60): string[] {
  const answers = { applicant: { kind }, premises: { address, areaSqm }, plan: { goods, passesVat: false, sellsOnline: false, hasSign: false, ...more } };
  return planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded === true).map(({ code }) => code);
}

describe('who opens a shop', () => {
  it('as a person who sells nothing that is controlled registers, and that is all', () => {
    expect(needed('person', ['none'])).toEqual(['commercial-registration']);
  });

  it('as a company that sells nothing that is controlled needs nothing', () => {
    expect(needed('juristic', ['none'])).toEqual([]);
  });

  it.each([
    ['liquor', 'liquor-sale'], ['tobacco', 'tobacco-sale'], ['playing-cards', 'playing-card-sale'], ['medicine', 'modern-drug-sale'], ['fertiliser', 'fertiliser-sale'],
    ['seed', 'controlled-seed-sale'], ['animal-feed', 'animal-feed-sale'], ['own-cosmetics', 'cosmetics-notification'], ['stored-food', 'food-premises-small'],
  ])('and sells %s needs %s', (goods, licence) => {
    expect(needed('juristic', [goods])).toEqual([licence]);
  });

  it('and keeps food in more than 200 m² needs the licence instead of the notification', () => {
    expect(needed('juristic', ['stored-food'], {}, 240)).toEqual(['food-premises-large']);
  });

  it('of a village with everything gets it all in one case, liquor after VAT and the website after the registration', () => {
    const goods = ['liquor', 'tobacco', 'fertiliser', 'animal-feed'];
    const answers = { applicant: { kind: 'person' }, premises: { address, areaSqm: 90 }, plan: { goods, passesVat: true, sellsOnline: true, hasSign: true } };
    const steps = new Map(planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded).map(({ code, step }) => [code, step]));
    expect([...steps.keys()]).toEqual(['commercial-registration', 'vat-registration', 'liquor-sale', 'tobacco-sale', 'fertiliser-sale', 'animal-feed-sale', 'electronic-commerce-registration', 'signboard-tax']);
    expect(['commercial-registration', 'vat-registration', 'tobacco-sale', 'liquor-sale', 'electronic-commerce-registration'].map((code) => steps.get(code))).toEqual([1, 1, 1, 2, 2]);
  });
});
