import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const address = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };

function plan(more: object = {}) {
  const answers = { applicant: { kind: 'person' }, premises: { address }, clinic: { kind: 'dental' }, plan: { building: 'ready', opensPharmacy: false, ownCosmetics: false, hasSign: false, ...more } };
  return planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded === true).map(({ code, step }) => [code, step]);
}

describe('who opens a clinic', () => {
  it('in a ready building asks for both permits at once', () => {
    expect(plan()).toEqual([['medical-clinic', 1]]);
  });

  it('and builds it waits for the building', () => {
    expect(plan({ building: 'build' })).toEqual([['building-permit', 1], ['building-use-certificate', 2], ['medical-clinic', 3]]);
  });

  it('with a pharmacy, cosmetics of its own and a sign needs these as well', () => {
    expect(plan({ opensPharmacy: true, ownCosmetics: true, hasSign: true }).map(([code]) => code)).toEqual(['medical-clinic', 'modern-drug-sale', 'cosmetics-notification', 'signboard-tax']);
  });
});
