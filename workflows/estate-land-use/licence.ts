import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { contact, holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { loadsTheEstate } from './rules';
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const fifteenDays = {
  days: 15,
  unit: 'working',
  source: unconfirmed('IEAT sets the time by class of request; 10-15 working days are said for form 01/1', '2022-01-01'),
} as const;

const consulted = {
  days: 10,
  unit: 'working',
  source: unconfirmed('Two thirds of the time of the whole, so that the estate can still decide in time; to be agreed with IEAT', '2026-01-01'),
} as const;

const production = ['factory.kind', 'factory.products', 'factory.rawMaterials', 'factory.wastewaterM3PerDay'];

export const licence = defineLicence({
  code: 'estate-land-use',
  version: 11,
  kind: 'licence',
  citations: [cite('ieat', '41'), cite('ieat', '42'), cite('ieat', '44')],
  clock: fifteenDays,
  lanes: [
    agencyReview('estate', {
      law: 'ieat',
      duty: 'estate',
      clock: fifteenDays,
      hasInspection: true,
      reads: [
        ...holder, ...tradingName, ...place, 'business.activities', 'business.capitalBaht', 'business.startDate', 'workers', 'machinery',
        ...production, 'estateUse',
      ],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('utilities', {
      law: 'ieat',
      duty: 'estate',
      when: loadsTheEstate,
      clock: consulted,
      reads: [
        ...contact, ...place, 'machinery', ...production, 'estateUse.plotNo', 'estateUse.waterM3PerDay', 'estateUse.powerKva',
      ],
      readsDocuments: ['process-chart', 'pollution-plan'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [],
  feeExamples: [{ facts: { estateUse: { areaRai: 12 } }, total: 0 }],
  validity: null,
  dependsOn: [first.company],
  texts: { th, en },
});
