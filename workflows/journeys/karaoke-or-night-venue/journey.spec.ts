import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const address = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };

const plain = { isVenue: false, hasKaraoke: false, hasLiveMusic: false, servesFood: false, sellsLiquor: false, sellsTobacco: false, hasSign: false };

function needed(more: object, areaSqm = 120): string[] {
  const answers = { applicant: { kind: 'juristic' }, premises: { address, areaSqm }, plan: { ...plain, ...more } };
  return planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded === true).map(({ code }) => code);
}

describe('who opens a place for the evening', () => {
  it('with karaoke and food needs the video shop licence and notifies the food', () => {
    expect(needed({ hasKaraoke: true, servesFood: true })).toEqual(['karaoke-game-shop', 'food-premises-small']);
  });

  it('with live music alone needs the locality’s licence', () => {
    expect(needed({ hasLiveMusic: true })).toEqual(['business-hazardous-to-health']);
  });

  it('that is a venue has karaoke and music covered by the venue’s licence', () => {
    expect(needed({ isVenue: true, hasKaraoke: true, hasLiveMusic: true, servesFood: true, sellsLiquor: true }, 400)).toEqual(['entertainment-venue', 'food-premises-large', 'liquor-sale']);
  });

  it('with tobacco and a sign needs these as well', () => {
    expect(needed({ sellsTobacco: true, hasSign: true })).toEqual(['tobacco-sale', 'signboard-tax']);
  });
});
