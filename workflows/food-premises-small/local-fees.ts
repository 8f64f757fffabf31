import type { LocalFee } from '../shared/local-fees';

/** Fee of the certificate by local ordinance (Public Health Act B.E. 2535 s.54), a year. */
export const localFees: readonly LocalFee[] = [
  {
    authority: 'bma', effectiveFrom: '2018-03-01', isVerified: false,
    amount: 'max(100, min(1000, 5 * premises.areaSqm))',
    from: 'Bangkok: published range of 100-1,000 baht; the rate of 5 baht per m² between them is assumed',
  },
  {
    authority: 'lao-230501', effectiveFrom: '2016-01-01', isVerified: true,
    amount: '100',
    from: 'Laem Ngop’s ordinance B.E. 2559',
  },
  {
    authority: '*', effectiveFrom: '2016-01-01', isVerified: false,
    amount: '100',
    from: 'Laem Ngop’s 100 baht stand in until the local ordinance is entered',
  },
];
