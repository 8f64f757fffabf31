import type { DocumentRequirement } from '@anuyat/licence-kit';
import { carriedPapers } from './carried-papers';

const asks = (code: string, freshMonths?: number): DocumentRequirement => ({ code, isRequired: true, accepts: ['application/pdf'], maxBytes: 1_000, maxFiles: 1, ...(freshMonths ? { freshMonths } : {}) });
const documents = [asks('plan'), asks('certificate', 3)];
const paper = (code: string, issuedOn: string | null = null, expiresOn: string | null = null) => ({ id: code, code, issuedOn, expiresOn });

describe('the papers of the last filing, on 22 November 2026', () => {
  it.each([
    ['one whose age does not matter', paper('plan', '2019-01-01'), true],
    ['one that expires today', paper('plan', null, '2026-11-22'), true],
    ['one that expired yesterday', paper('plan', null, '2026-11-21'), false],
    ['one of three months to the day', paper('certificate', '2026-08-22'), true],
    ['one that is a day older than it may be', paper('certificate', '2026-08-21'), false],
    ['one that is fresh and has expired', paper('certificate', '2026-11-01', '2026-11-20'), false],
    ['one that nobody has dated', paper('certificate'), true],
    ['one that is not asked for any more', paper('old-form'), false],
  ])('%s: is it carried over', (_, given, isCarried) => {
    expect(carriedPapers([given], { documents }, '2026-11-22')).toEqual(isCarried ? [given] : []);
  });
});
