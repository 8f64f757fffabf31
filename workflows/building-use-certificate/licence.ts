import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom, toSatang } from '../shared/rates';
import { holder, place } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const thirtyDays = {
  days: 30,
  unit: 'calendar',
  citation: cite('buildingControl', '32'),
  source: unconfirmed('Inspection within 30 days of the notice, from memory of the Act; to be confirmed with the office', '2000-05-14'),
} as const;

export const licence = defineLicence({
  code: 'building-use-certificate',
  version: 11,
  kind: 'certificate',
  citations: [cite('buildingControl', '32'), cite('buildingControl', '33')],
  clock: thirtyDays,
  lanes: [
    agencyReview('building', {
      law: 'building-control',
      duty: 'building',
      clock: thirtyDays,
      hasInspection: true,
      reads: [...holder, ...place, 'premises.storeys', 'building', 'construction', 'completion'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'certificate',
      amount: toSatang('rates.certificate'),
      range: { min: 20, max: 20 },
      source: unconfirmed('Ministerial Regulation No. 7 (B.E. 2528): 20 baht; later changes to be confirmed', '1985-05-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [{ facts: {}, total: 20 }],
  validity: null,
  dependsOn: [first.buildingPermit],
  texts: { th, en },
});
