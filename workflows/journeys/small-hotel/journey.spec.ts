import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const address = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };

const plain = { building: 'ready', restaurant: 'none', sellsLiquor: false, hasSpa: false, hasSign: false };

function plan(hotel: object, more: object = {}, kind = 'juristic') {
  const answers = { applicant: { kind }, premises: { address }, hotel, plan: { ...plain, ...more } };
  return planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded === true);
}
const codes = (...args: Parameters<typeof plan>) => plan(...args).map(({ code }) => code);

describe('who opens a small hotel', () => {
  it.each([
    ['8 rooms and 30 guests', { rooms: 8, guests: 30 }, []],
    ['9 rooms', { rooms: 9, guests: 18 }, ['hotel-business']],
    ['8 rooms and 31 guests', { rooms: 8, guests: 31 }, ['hotel-business']],
  ])('with %s is told whether it is a hotel at all', (_what, hotel, expected) => {
    expect(codes(hotel)).toEqual(expected);
  });

  it('and builds it gets the building first, then its certificate, then the hotel licence', () => {
    const steps = plan({ rooms: 20, guests: 40 }, { building: 'build' }, 'person').map(({ code, step }) => [code, step]);
    expect(steps).toEqual([['commercial-registration', 1], ['building-permit', 1], ['building-use-certificate', 2], ['hotel-business', 3]]);
  });

  it.each([['small', 'food-premises-small'], ['large', 'food-premises-large']])('with a %s restaurant needs %s beside the hotel licence', (restaurant, licence) => {
    expect(plan({ rooms: 20, guests: 40 }, { restaurant }).map(({ code, step }) => [code, step])).toEqual([['hotel-business', 1], [licence, 1]]);
  });

  it('with a spa, a bar and a sign needs these as well', () => {
    expect(codes({ rooms: 20, guests: 40 }, { hasSpa: true, sellsLiquor: true, hasSign: true })).toEqual(['hotel-business', 'health-establishment', 'liquor-sale', 'signboard-tax']);
  });
});
