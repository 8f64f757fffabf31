import { estateFactory, type FilledCase } from '../cases/testing/answers';

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
