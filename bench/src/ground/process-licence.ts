import type { Actor, PersonActor } from '@anuyat/contract';
import { agencyReview, defineLicence, type Citation, type EffectRef, type LicenceDefinition, type StateConfig } from '@anuyat/licence-kit';
import type { LaneOffice } from '@anuyat/registrar';

const rules: Citation = { law: { th: 'กติกาการวัด', en: 'Rules of the measurement' }, section: '1' };
const clock = { days: 7, unit: 'working', citation: rules, source: { from: 'Rules of the measurement', isVerified: true, effectiveFrom: '2026-01-01' } } as const;

/** Four agencies look at once. */
export const LANES = ['health', 'building', 'fire', 'environment'] as const;

const reviewed = LANES.map((id) => agencyReview(id, { law: 'public-health', duty: 'sanitation', clock, isOneStep: true, reads: ['business'] }));

/** The process that all contenders go through: submitted, four decisions, paid, issued. Seven events, made of the kit's own blocks. */
export const processLicence: LicenceDefinition = defineLicence({
  code: 'seven-events',
  version: 1,
  kind: 'licence',
  citations: [rules],
  clock,
  lanes: reviewed,
  form: { type: 'object', required: ['business'], properties: { business: { type: 'object', required: ['nameTh'], properties: { nameTh: { type: 'string' } } } } },
  documents: [],
  fees: [{ code: 'fee', amount: 'if business.areaSqm > 200 then 2000 else 1000', range: { min: 1000, max: 2000 }, source: clock.source }],
  validity: { months: 12, renewal: 'by-fee' },
  texts: { th: { title: 'เจ็ดเหตุการณ์' }, en: { title: 'Seven events' } },
});

/**
 * The same process with only those effects that carry a case forward: four reviews, the payment, the licence and the word to the applicant.
 * With all of its effects a case of seven events asks for fourteen jobs.
 */
export const carriedLicence: LicenceDefinition = { ...processLicence, code: 'seven-events-carried', machine: { ...onlyCarrying(processLicence.machine), id: 'seven-events-carried' } };

function onlyCarrying(state: StateConfig): StateConfig {
  const isCarrying = ({ type, params }: EffectRef): boolean => ['requestReview', 'requestPayment', 'issueLicence', 'startClock', 'stopClock'].includes(type) || params['notice'] === 'issued';
  return {
    ...state,
    ...(state.entry ? { entry: state.entry.filter(isCarrying) } : {}),
    ...(state.exit ? { exit: state.exit.filter(isCarrying) } : {}),
    ...(state.states ? { states: Object.fromEntries(Object.entries(state.states).map(([name, child]) => [name, onlyCarrying(child)])) } : {}),
  };
}

const person: PersonActor = {
  kind: 'person',
  accountId: '11111111-1111-4111-8111-111111111111',
  name: { th: 'ผู้ประกอบการ', en: 'Entrepreneur' },
  roles: ['applicant'],
  offices: [],
  territories: [],
  companies: [],
};

export const applicant: PersonActor = person;

export const portal: Actor = { kind: 'portal', job: 'bench' };

/** An officer in the office of each lane. */
export const officer: PersonActor = {
  ...person,
  accountId: '33333333-3333-4333-8333-333333333333',
  name: { th: 'เจ้าหน้าที่', en: 'Officer' },
  roles: ['officer'],
  offices: LANES.map((lane) => ({ code: officeOf(lane), permissions: ['review', 'inspect', 'approve'] })),
};

/** The office of each lane; four agencies, so four queues. */
export const offices: Record<string, LaneOffice> = Object.fromEntries(
  LANES.map((lane) => [lane, { office: officeOf(lane), agency: `bench-${lane}`, because: { th: 'ที่ตั้งอยู่ในเขตวัฒนา กรุงเทพมหานคร', en: 'It is in Watthana, Bangkok.' } }]),
);

/** What the six events after the filing are, and who sends them. */
export const walk: { type: string; actor: Actor }[] = [
  ...LANES.map((lane) => ({ type: `${lane}.approved`, actor: officer })),
  { type: 'fee.paid', actor: portal },
  { type: 'licence.issued', actor: portal },
];

function officeOf(lane: string): string {
  return `bench-${lane}-office`;
}
