import { placeOf, routeAuthority, type Authority, type PremisesAnswers } from '@anuyat/dictionary/reference';
import type { DutyCode, LawCode } from '@anuyat/licence-kit';
import type { OfficeDirectory, StaffedOffice } from '@anuyat/licence-kit/prover';
import { officers } from './officers';
import { supervisors } from './supervisors';

/** Where businesses are seeded: every kind of authority that the legal table knows has one. */
const PLACES: readonly (readonly [th: string, en: string, premises: PremisesAnswers])[] = [
  ['เขตวัฒนา', 'Watthana', { address: { subdistrict: '103902' } }],
  ['แหลมฉบัง', 'Laem Chabang', { address: { subdistrict: '200703' } }],
  ['นิคมอุตสาหกรรมแหลมฉบัง', 'the Laem Chabang estate', { address: { subdistrict: '200703' }, estate: 'laem-chabang' }],
  ['นิคมอุตสาหกรรมอมตะซิตี้ ระยอง', 'the Amata City Rayong estate', { address: { subdistrict: '210605' }, estate: 'amata-city-rayong' }],
  ['เขตส่งเสริมดิจิทัล', 'the digital promoted zone', { address: { subdistrict: '200703' }, zone: 'eec-d' }],
];

/** The offices that applications of the seeded places go to, with the officers who work there. */
export const seededDirectory: OfficeDirectory = {
  officesFor: (law, duty) => PLACES.map(([th, en, premises]) => ({ place: { th, en }, office: staffed(findAuthority(law, duty, premises)) })),
};

function findAuthority(law: LawCode, duty: DutyCode, premises: PremisesAnswers): Authority | undefined {
  const place = placeOf(premises);
  if (!place) throw new Error(`There is no place ${premises.address?.subdistrict ?? ''}.`);
  try {
    return routeAuthority({ law, duty, place });
  } catch {
    return undefined;
  }
}

function staffed(authority: Authority | undefined): StaffedOffice | undefined {
  if (!authority) return undefined;
  const { code, title } = authority.office;
  const people = [...officers, ...supervisors].flatMap(({ hint, offices }) => offices.filter((office) => office.code === code).map(({ permissions }) => ({ name: hint, permissions })));
  return { title, people };
}
