import { placeOf, routeAuthority } from '@anuyat/dictionary/reference';
import { planJourney } from '@anuyat/licence-kit';
import { licences } from '../../registry';
import { journey } from './journey';

const plant = {
  premises: { address: { houseNo: '9', subdistrict: '210401', district: '2104', province: '21', postcode: '21210' }, zone: 'eec-i' },
  workers: { men: 20, women: 20 },
  machinery: { horsepower: 60 },
  factory: { kind: 53 },
  plan: { building: 'ready', isHazardousToHealth: false, needsElectricity: false, needsWater: false, hasSign: false },
};

function plan(more: object) {
  return planJourney(journey, licences, { ...plant, ...more }).licences.filter(({ isNeeded }) => isNeeded === true);
}

describe('who sets up a factory in a promoted zone', () => {
  it('and builds it gets the permit, its certificate, then the factory licence', () => {
    const steps = plan({ machinery: { horsepower: 480 }, plan: { ...plant.plan, building: 'build' } }).map(({ code, step }) => [code, step]);
    expect(steps).toEqual([['building-permit', 1], ['building-use-certificate', 2], ['factory-type-3', 3]]);
  });

  it('with 60 horsepower notifies, with 50 needs nothing', () => {
    expect(plan({}).map(({ code }) => code)).toEqual(['factory-type-2']);
    expect(plan({ machinery: { horsepower: 50 } })).toEqual([]);
  });

  it('asks the EEC Office for what its law covers, and the others for the rest', () => {
    const place = placeOf(plant.premises);
    if (!place) throw new Error('There is no such place.');
    const offices = plan({ machinery: { horsepower: 480 }, plan: { building: 'build', isHazardousToHealth: true, needsElectricity: true, needsWater: true, hasSign: true } }).map(({ code }) => {
      const lane = licences.find((licence) => licence.code === code)?.lanes[0];
      return lane ? [code, routeAuthority({ law: lane.law, duty: lane.duty, place, on: '2026-11-23' }).office.code] : [code];
    });
    expect(offices).toEqual([
      ['building-permit', 'eeco-building'], ['building-use-certificate', 'eeco-building'], ['factory-type-3', 'eeco-factory'], ['business-hazardous-to-health', 'eeco-sanitation'],
      ['electricity-connection', 'pea-21-electricity'], ['water-connection', 'pwa-21-water'], ['signboard-tax', 'lao-wang-chan-revenue'],
    ]);
  });

  it('is asked for the zone', () => {
    const { zone: _zone, ...premises } = plant.premises;
    expect(journey.questions.properties?.['premises']?.required).toContain('zone');
    expect(planJourney(journey, licences, { ...plant, premises }).unanswered).toEqual([]);
  });
});
