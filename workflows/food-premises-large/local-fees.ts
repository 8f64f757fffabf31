import type { LocalFee } from '../shared/local-fees';

/** Fee of the licence by local ordinance (Public Health Act B.E. 2535 s.54), a year. */
export const localFees: readonly LocalFee[] = [
  {
    authority: 'bma', effectiveFrom: '2018-03-01', isVerified: false,
    amount: '2000 + min(1000, 5 * max(0, premises.areaSqm - 300))',
    from: 'Bangkok: 2,000 baht, and 5 baht per m² above 300, at most 3,000 (Biz Portal, March 2018)',
  },
  {
    authority: 'lao-230501', effectiveFrom: '2016-01-01', isVerified: true,
    amount: '200',
    from: 'Laem Ngop’s ordinance B.E. 2559',
  },
  {
    authority: '*', effectiveFrom: '2016-01-01', isVerified: false,
    amount: '200',
    from: 'Laem Ngop’s 200 baht stand in until the local ordinance is entered',
  },
];
