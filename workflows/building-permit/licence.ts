import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom, toSatang } from '../shared/rates';
import { contact, holder, place } from '../shared/reads';
import { read, secondOfficer, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import { feeExamples, feeRange, permitFee, planCheck } from './fee';
import form from './form.schema.json' with { type: 'json' };
import { affectsSurroundings, changesTheBuilding } from './rules';
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const fortyFiveDays = {
  days: 45,
  unit: 'calendar',
  citation: cite('buildingControl', '25'),
  source: read('Guides to building permits and local authorities’ manuals', '2017-01-01'),
} as const;

const consulted = {
  days: 30,
  unit: 'calendar',
  source: unconfirmed('Two thirds of the 45 days, so that building control can still decide in time; to be agreed with the office', '2026-01-01'),
} as const;

export const licence = defineLicence({
  code: 'building-permit',
  version: 13,
  kind: 'licence',
  citations: [cite('buildingControl', '21'), cite('buildingControl', '22'), cite('buildingControl', '25')],
  clock: fortyFiveDays,
  lanes: [
    agencyReview('building', {
      law: 'building-control',
      duty: 'building',
      clock: fortyFiveDays,
      secondOfficer,
      hasInspection: true,
      reads: [...holder, ...place, 'premises.tenure', 'premises.storeys', 'construction'],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('environment', {
      law: 'environment',
      duty: 'environment',
      when: affectsSurroundings,
      clock: consulted,
      reads: [
        ...contact, ...place, 'premises.storeys', 'construction.use', 'construction.areaSqm', 'construction.heightM',
        'construction.wastewaterTo', 'construction.needsEia', 'construction.eiaNo',
      ],
      readsDocuments: ['building-plans'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'plan-check',
      when: changesTheBuilding,
      amount: planCheck,
      range: feeRange,
      source: unconfirmed(
        'Ministerial Regulation No. 7 (B.E. 2528) under the Building Control Act: 0.50, 2 and 4 baht per m² from memory; later changes to be confirmed',
        '1985-05-01',
      ),
    },
    {
      code: 'permit',
      amount: toSatang(permitFee),
      range: { min: 10, max: 20 },
      source: unconfirmed(
        'Ministerial Regulation No. 7 (B.E. 2528): 20 baht to build, 10 for other works; later changes to be confirmed',
        '1985-05-01',
      ),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples,
  validity: { months: 12, renewal: 'full' },
  life,
  dependsOn: [first.company, first.estateLand],
  texts: { th, en },
});
