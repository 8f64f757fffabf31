import { pagesOfThePortal } from './every-page/route-tables';
import { applicantVisits, publicVisits, staffVisits } from './every-page/visits';

describe('every page of the portal', () => {
  it('is visited: a new route needs a visit', () => {
    const visited = new Set([...publicVisits, ...applicantVisits, ...staffVisits].map(({ route }) => route));
    expect(pagesOfThePortal().filter((page) => !visited.has(page))).toEqual([]);
  });

  it('is one that the route tables still name', () => {
    const pages = pagesOfThePortal();
    expect([...publicVisits, ...applicantVisits, ...staffVisits].map(({ route }) => route).filter((route) => !pages.includes(route))).toEqual([]);
  });
});
