import { personas } from '@anuyat/identity/personas';
import { placeOf, routeAuthority, type PremisesAnswers } from '@anuyat/dictionary/reference';
import { licences } from '@anuyat/workflows';

const places: [string, PremisesAnswers][] = [
  ['Watthana', { address: { subdistrict: '103902' } }],
  ['Laem Chabang', { address: { subdistrict: '200703' } }],
  ['the Laem Chabang estate', { address: { subdistrict: '200703' }, estate: 'laem-chabang' }],
  ['the Amata City Rayong estate', { address: { subdistrict: '210605' }, estate: 'amata-city-rayong' }],
  ['the digital promoted zone', { address: { subdistrict: '200703' }, zone: 'eec-d' }],
];

describe('every office that a seeded licence leads to', () => {
  it.each(places)('in %s has people who can see it through', (_, premises) => {
    const place = placeOf(premises);
    if (!place) throw new Error('There is no such place.');
    const routed = new Set(licences.flatMap(({ lanes }) => lanes.map(({ law, duty }) => routeAuthority({ law, duty, place }).office.code)));
    for (const code of routed) {
      const permissions = new Set(personas.flatMap(({ offices }) => offices.filter((office) => office.code === code).flatMap((office) => office.permissions)));
      expect({ code, canReview: permissions.has('review'), canApprove: permissions.has('approve') }).toEqual({ code, canReview: true, canApprove: true });
    }
  });

  it.each(places)('in %s has someone to inspect where its licences are inspected', (_, premises) => {
    const place = placeOf(premises);
    if (!place) throw new Error('There is no such place.');
    for (const { law, duty } of licences.flatMap(({ lanes }) => lanes.filter(({ hasInspection }) => hasInspection))) {
      const { code } = routeAuthority({ law, duty, place }).office;
      const inspectors = personas.filter(({ offices }) => offices.some((office) => office.code === code && office.permissions.includes('inspect')));
      expect({ code, hasInspector: inspectors.length > 0 }).toEqual({ code, hasInspector: true });
    }
  });
});
