import { HttpErrorResponse } from '@angular/common/http';
import { isWorthRepeating, toProblem } from './problem';

describe('a failure as a problem', () => {
  it('is the server’s own words where it sent them', () => {
    const sent = { type: 'about:blank', status: 422, code: 'answers-invalid', title: { th: 'ก', en: 'a' } };
    expect(toProblem(new HttpErrorResponse({ status: 422, error: sent }))).toBe(sent);
  });

  it.each([0, 502, 503, 504])('says that the portal cannot be reached for status %s', (status) => {
    const problem = toProblem(new HttpErrorResponse({ status, error: '<html>' }));
    expect(problem.code).toBe('temporarily-unavailable');
    expect(isWorthRepeating(problem)).toBe(true);
  });

  it('says that something went wrong for all else, and looks into what a resource wraps', () => {
    expect(toProblem(new Error('boom')).code).toBe('internal');
    expect(toProblem(new Error('wrapped', { cause: new HttpErrorResponse({ status: 0 }) })).code).toBe('temporarily-unavailable');
  });

  it('is not sent again when the server said no', () => {
    expect(isWorthRepeating(toProblem(new HttpErrorResponse({ status: 403 })))).toBe(false);
  });
});
