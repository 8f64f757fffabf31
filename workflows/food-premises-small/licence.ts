import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { holder, place, tradingName } from '../shared/reads';
import { read, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
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
  version: 1,
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
      amount: 'if place.province = "10" then max(100, min(1000, 5 * premises.areaSqm)) else 100',
      range: { min: 100, max: 1000 },
      citation: cite('publicHealth', '54'),
      source: unconfirmed(
        'Bangkok: published range of 100-1,000 baht, the rate of 5 baht per m² between them is assumed; elsewhere the 100 baht of Laem Ngop’s ordinance B.E. 2559 stand in until the local ordinance is entered',
        '2018-03-01',
      ),
    },
  ],
  feeExamples: [
    { facts: { place: { province: '10' }, premises: { areaSqm: 12 } }, total: 100 },
    { facts: { place: { province: '10' }, premises: { areaSqm: 80 } }, total: 400 },
    { facts: { place: { province: '10' }, premises: { areaSqm: 200 } }, total: 1000 },
    { facts: { place: { province: '20' }, premises: { areaSqm: 150 } }, total: 100 },
  ],
  validity: { months: 12, renewal: 'by-fee' },
  dependsOn: ['commercial-registration'],
  texts: { th, en },
});
