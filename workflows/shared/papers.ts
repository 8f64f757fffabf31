import type { DocumentKind, DocumentRequirement } from '@anuyat/licence-kit';

const MEGABYTE = 1024 * 1024;
const paperOrPhoto: DocumentKind[] = ['application/pdf', 'image/jpeg', 'image/png'];
const photo: DocumentKind[] = ['image/jpeg', 'image/png'];

function paper(code: string, more: Partial<DocumentRequirement> = {}): DocumentRequirement {
  return { code, isRequired: true, accepts: paperOrPhoto, maxBytes: 10 * MEGABYTE, maxFiles: 3, ...more };
}

/**
 * Papers that several licences ask for: under one code, so that one upload serves them all.
 * None is a copy of what the state holds: ID card, house register, company certificate, title deed
 * (Electronic Performance of State Affairs Act B.E. 2565).
 */
export const papers = {
  /** Lease or letter of consent; an owner's title is in the land register. */
  placeRight: paper('place-right', { when: 'premises.tenure = "rent" or premises.tenure = "consent"', maxFiles: 5 }),
  /** Only where no pin was set on the map. */
  placeMap: paper('place-map', { when: 'premises.position = null', maxFiles: 1 }),
  placePhotos: paper('place-photos', { accepts: photo, maxFiles: 8 }),
  floorPlan: paper('floor-plan', { maxFiles: 5 }),
  foodTraining: paper('food-training', { maxFiles: 20 }),
  healthCertificates: paper('health-certificates', { maxFiles: 20 }),
  signPhotos: paper('sign-photos', { accepts: photo, maxFiles: 20 }),
  machineList: paper('machine-list', { accepts: ['application/pdf'], maxBytes: 20 * MEGABYTE }),
  factoryLayout: paper('factory-layout', { accepts: ['application/pdf'], maxBytes: 30 * MEGABYTE, maxFiles: 10 }),
  processChart: paper('process-chart', { maxBytes: 20 * MEGABYTE }),
  pollutionPlan: paper('pollution-plan', { accepts: ['application/pdf'], maxBytes: 30 * MEGABYTE }),
  plotContract: paper('plot-contract', { accepts: ['application/pdf'], maxBytes: 20 * MEGABYTE }),
  passport: paper('passport', { when: 'applicant.kind = "foreigner"', maxFiles: 2 }),
} satisfies Record<string, DocumentRequirement>;
