/** Who asks and how to reach them, without numbers of any register: enough for an office that is consulted. */
export const contact = [
  'applicant.kind', 'applicant.title', 'applicant.firstName', 'applicant.lastName', 'applicant.nameTh', 'applicant.nameEn', 'applicant.phone',
];

/** Who will hold the licence, with the number that the registers know them by. The email address is the portal's own. */
export const holder = [...contact, 'applicant.personalId', 'applicant.juristicId', 'applicant.passportNo'];

/** What customers call the business; nothing else of it. */
export const tradingName = ['business.nameTh', 'business.nameEn'];

/** Where the business is: what routing and a site visit need. */
export const place = ['premises.address', 'premises.estate', 'premises.zone', 'premises.position'];
