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
  shareholderList: paper('shareholder-list', { accepts: ['application/pdf'] }),
  meetingMinutes: paper('meeting-minutes', { accepts: ['application/pdf'] }),
  capitalProof: paper('capital-proof'),
  buildingPlans: paper('building-plans', { accepts: ['application/pdf'], maxBytes: 30 * MEGABYTE, maxFiles: 10 }),
  structureCalculations: paper('structure-calculations', { accepts: ['application/pdf'], maxBytes: 30 * MEGABYTE, maxFiles: 5 }),
  designerStatements: paper('designer-statements', { accepts: ['application/pdf'], maxFiles: 10 }),
  completionStatement: paper('completion-statement', { accepts: ['application/pdf'] }),
  fireSafetyPlan: paper('fire-safety-plan', { accepts: ['application/pdf'], maxBytes: 20 * MEGABYTE }),
  operatorConsent: paper('operator-consent', { maxFiles: 10 }),
  staffTraining: paper('staff-training', { maxFiles: 20 }),
  ownHealthCertificate: paper('own-health-certificate', { maxFiles: 1, freshMonths: 3 }),
  wiringPlan: paper('wiring-plan', { maxFiles: 5 }),
  siteScreenshots: paper('site-screenshots', { maxFiles: 10 }),
  domainProof: paper('domain-proof'),
  advertisingSample: paper('advertising-sample', { maxBytes: 20 * MEGABYTE, maxFiles: 10 }),
  saleContract: paper('sale-contract', { accepts: ['application/pdf'], maxFiles: 5 }),
  compensationPlan: paper('compensation-plan', { accepts: ['application/pdf'] }),
  goodsList: paper('goods-list', { accepts: ['application/pdf'], maxFiles: 5 }),
  guaranteeProof: paper('guarantee-proof', { accepts: ['application/pdf'] }),
  productLabels: paper('product-labels', { maxFiles: 20 }),
  productFormula: paper('product-formula', { accepts: ['application/pdf'], maxFiles: 10 }),
  passport: paper('passport', { when: 'applicant.kind = "foreigner"', maxFiles: 2 }),
} satisfies Record<string, DocumentRequirement>;
