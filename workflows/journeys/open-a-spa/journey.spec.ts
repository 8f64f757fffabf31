import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const address = { houseNo: '88/1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };

const plain = { building: 'ready', isControlledLocally: false, servesFood: false, passesVat: false, hasSign: false };

function plan(more: object = {}, kind = 'juristic') {
  const answers = { applicant: { kind }, premises: { address }, wellness: { kind: 'spa' }, plan: { ...plain, ...more } };
  return planJourney(journey, licences, answers).licences.filter(({ isNeeded }) => isNeeded === true);
}

describe('who opens a spa', () => {
  it('in a ready building needs the one licence', () => {
    expect(plan().map(({ code }) => code)).toEqual(['health-establishment']);
  });

  it('where the locality controls massage gets its licence too', () => {
    expect(plan({ isControlledLocally: true }, 'person').map(({ code, step }) => [code, step])).toEqual([['commercial-registration', 1], ['business-hazardous-to-health', 1], ['health-establishment', 1]]);
  });

  it('and alters the building waits for its certificate', () => {
    expect(plan({ building: 'alter' }).map(({ code, step }) => [code, step])).toEqual([['building-permit', 1], ['building-use-certificate', 2], ['health-establishment', 3]]);
  });

  it('with drinks, VAT and a sign needs these as well', () => {
    expect(plan({ servesFood: true, passesVat: true, hasSign: true }).map(({ code }) => code)).toEqual(['health-establishment', 'food-premises-small', 'vat-registration', 'signboard-tax']);
  });
});
