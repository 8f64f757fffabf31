import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { localFee, localFeeSources } from '../shared/local-fees';
import { first } from '../shared/order';
import { holder, place, tradingName } from '../shared/reads';
import { read, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { localFees } from './local-fees';
import { life } from './life';
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const sevenDays = {
  days: 7,
  unit: 'calendar',
  citation: cite('publicHealth', '48'),
  source: read('Guides to restaurant licensing; Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

export const licence = defineLicence({
  code: 'food-premises-small',
  version: 8,
  kind: 'notification',
  citations: [cite('publicHealth', '38'), cite('publicHealth', '48')],
  clock: sevenDays,
  lanes: [
    agencyReview('sanitation', {
      law: 'public-health',
      duty: 'sanitation',
      clock: sevenDays,
      isOneStep: true,
      reads: [...holder, ...tradingName, ...place, 'premises.areaSqm', 'premises.tenure', 'premises.openingHours', 'workers', 'food'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'notification',
      amount: localFee(localFees),
      range: { min: 100, max: 1000 },
      citation: cite('publicHealth', '54'),
      source: unconfirmed(localFeeSources(localFees), '2018-03-01'),
    },
  ],
  feeExamples: [
    { facts: { place: { province: '10' }, premises: { areaSqm: 12 } }, total: 100 },
    { facts: { place: { province: '10' }, premises: { areaSqm: 80 } }, total: 400 },
    { facts: { place: { province: '10' }, premises: { areaSqm: 200 } }, total: 1000 },
    { facts: { place: { province: '20', localAuthority: 'pattaya' }, premises: { areaSqm: 150 } }, total: 100 },
    { facts: { place: { province: '23', localAuthority: 'lao-230501' }, premises: { areaSqm: 150 } }, total: 100 },
  ],
  validity: { months: 12, renewal: 'by-fee' },
  life,
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
