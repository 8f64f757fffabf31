import { randomUUID } from 'node:crypto';
import type { CaseView } from '@anuyat/contract';
import { estateFactory, type FilledCase } from '../cases/testing/answers';
import { fill, must, submit } from '../cases/testing/walk';
import type { TestPortal } from './start-test-portal';

const mapYangPhon = { subdistrict: '210605', district: '2106', province: '21', postcode: '21140' };

/** A factory with a sign in the Amata City Rayong estate, asked for by a person: three offices, and a fourth that the rules leave out. */
export const rayongFactory: FilledCase = {
  journey: 'factory-in-an-estate',
  questions: {
    ...estateFactory.questions,
    premises: { estate: 'amata-city-rayong', address: mapYangPhon },
    plan: { isHazardousToHealth: false, hasSign: true },
  },
  changes: {
    ...estateFactory.changes,
    'applicant.kind': 'person',
    'applicant.personalId': '1234567890121',
    'applicant.title': 'miss',
    'applicant.firstName': 'มาลีรัตน์',
    'applicant.lastName': 'มีสุขยิ่ง',
    'applicant.phone': '0898765432',
    'applicant.email': 'malee.private@example.com',
    'applicant.juristicId': null,
    'applicant.nameTh': null,
    'premises.address.houseNo': '777/42',
    'premises.position': { lat: 12.9756, lon: 101.1147 },
    signs: [{ kind: 'mixed', isMoving: false, widthCm: 400, heightCm: 120, sides: 1, text: 'ตัวอย่างชลบุรี EXAMPLE' }],
    signTax: { isFirstYear: true, shownFrom: '2027-02-15' },
  },
};

/** Files the factory for somebody who holds the estate's land from an earlier case, so that its review begins at once. */
export async function fileOnOwnLand(portal: TestPortal, hint: string): Promise<CaseView> {
  const file = async (): Promise<CaseView> => {
    const { id, answersRevision } = await fill(portal, hint, rayongFactory);
    return must(await submit(portal, hint, id, answersRevision, randomUUID()), 200);
  };
  const earlier = await file();
  await portal.running.source.query(
    `INSERT INTO licence (number, application_id, case_id, account_id, code, version, office, holder, business_name, place_th, place_en, issued_on, status, paper_key)
     SELECT 'LAND-1', a.id, a.case_id, a.account_id, a.code, a.version, 'ieat-amata-city-rayong-estate', c.applicant_name, c.business_name, 'ก', 'a', current_date, 'valid', 'k'
       FROM application a JOIN case_file c ON c.id = a.case_id WHERE a.case_id = $1 AND a.code = 'estate-land-use'`,
    [earlier.id],
  );
  return file();
}
