import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const sixtyEightDays = {
  days: 68,
  unit: 'calendar',
  citation: cite('directSales', '40'),
  source: unconfirmed('Biz Portal’s published days of March 2018; the Act is said to give 45 days from the complete file', '2018-03-01'),
} as const;

export const licence = defineLicence({
  code: 'direct-sale-registration',
  version: 11,
  kind: 'registration',
  citations: [
    cite('directSales', '20'),
    cite('directSales', '21'),
    cite('directSales', '38'),
    cite('directSales', '38/1'),
    cite('directSales', '40'),
  ],
  clock: sixtyEightDays,
  lanes: [
    agencyReview('consumer', {
      law: 'direct-sales',
      duty: 'consumer',
      clock: sixtyEightDays,
      reads: [...holder, ...tradingName, ...place, 'business.capitalBaht', 'directSale'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [],
  feeExamples: [{ facts: { directSale: { levels: 'several' } }, total: 0 }],
  validity: null,
  dependsOn: [first.company],
  texts: { th, en },
});
