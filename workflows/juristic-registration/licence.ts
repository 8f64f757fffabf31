import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { ratesFrom, toSatang } from '../shared/rates';
import { holder, place } from '../shared/reads';
import { read, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const oneDay = {
  days: 1,
  unit: 'working',
  source: unconfirmed('Practice of the registrars: 1-3 working days; to be confirmed with the Department of Business Development', '2023-02-07'),
} as const;

export const licence = defineLicence({
  code: 'juristic-registration',
  version: 14,
  kind: 'registration',
  citations: [
    cite('civilCommercial', '1097'),
    cite('civilCommercial', '1111'),
    cite('civilCommercial', '1111/1'),
    cite('civilCommercial', '1064'),
    cite('civilCommercial', '1078'),
  ],
  clock: oneDay,
  lanes: [
    agencyReview('company', {
      law: 'civil-commercial',
      duty: 'company',
      clock: oneDay,
      isOneStep: true,
      reads: [...holder, ...place, 'premises.tenure', 'business.activities', 'company'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'memorandum',
      when: 'company.form = "limited-company"',
      amount: toSatang('rates.memorandum'),
      range: { min: 0, max: 500 },
      source: read('Ministerial regulation B.E. 2563 on fees of partnerships and companies', '2020-01-01'),
    },
    {
      code: 'registration',
      amount: toSatang('if company.form = "limited-company" then rates.company else rates.partnership'),
      range: { min: 1000, max: 5000 },
      source: read('Ministerial regulation B.E. 2563 on fees of partnerships and companies', '2020-01-01'),
    },
    {
      code: 'certificates',
      amount: toSatang('rates.certificate * company.certificates'),
      range: { min: 0, max: 5000 },
      source: read('Ministerial regulation B.E. 2563: 100 baht a copy', '2020-01-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { company: { form: 'limited-company', certificates: 0 } }, total: 5500 },
    { facts: { company: { form: 'limited-company', certificates: 3 } }, total: 5800 },
    { facts: { company: { form: 'limited-partnership', certificates: 0 } }, total: 1000 },
    { facts: { company: { form: 'ordinary-partnership', certificates: 1 } }, total: 1100 },
  ],
  validity: null,
  life,
  texts: { th, en },
});
