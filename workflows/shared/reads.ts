/** Who asks and how to reach them, without numbers of any register: enough for an office that is consulted. */
export const contact = [
  'applicant.kind', 'applicant.title', 'applicant.firstName', 'applicant.lastName', 'applicant.nameTh', 'applicant.nameEn', 'applicant.phone',
];

/** Where the business is: what routing and a site visit need. */
export const place = ['premises.address', 'premises.estate', 'premises.zone', 'premises.position'];
