import type { LocalFee } from '../shared/local-fees';

/** Fee of the licence by local ordinance (Public Health Act B.E. 2535 s.54), a year. */
export const localFees: readonly LocalFee[] = [
  {
    authority: 'bma', effectiveFrom: '2018-03-01', isVerified: false,
    amount: 'min(10000, 1000 + 100 * machinery.horsepower)',
    from: 'Range of 1,000-10,000 baht published for Bangkok; the step of 100 baht per horsepower is assumed',
  },
  {
    authority: '*', effectiveFrom: '2018-03-01', isVerified: false,
    amount: 'min(10000, 1000 + 100 * machinery.horsepower)',
    from: 'Bangkok’s figures stand in until the local ordinance is entered',
  },
];
