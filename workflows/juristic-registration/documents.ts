import { papers } from '../shared/papers';

export const documents = [
  papers.placeRight,
  papers.placeMap,
  { ...papers.shareholderList, when: 'company.form = "limited-company"' },
  { ...papers.meetingMinutes, when: 'company.form = "limited-company"' },
  { ...papers.capitalProof, when: 'company.capitalBaht > 5000000 or company.hasForeignMembers = true' },
];
