import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom } from '../shared/rates';
import { contact, holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import { deposit, depositRange, feeExamples } from './fee';
import form from './form.schema.json' with { type: 'json' };
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const sevenDays = {
  days: 7,
  unit: 'working',
  source: unconfirmed('Small meters: 2-5 working days in towns, 5-7 outside; to be confirmed with the authorities', '2020-01-01'),
} as const;

const planned = {
  days: 5,
  unit: 'working',
  source: unconfirmed('So that the meter can still be set in time; to be agreed with the authorities', '2026-01-01'),
} as const;

export const licence = defineLicence({
  code: 'electricity-connection',
  version: 13,
  kind: 'utility',
  citations: [cite('energyIndustry', '47'), cite('energyIndustry', '81')],
  clock: sevenDays,
  lanes: [
    agencyReview('service', {
      law: 'electricity',
      duty: 'electricity',
      clock: sevenDays,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'building', 'electricity'],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('network', {
      law: 'electricity',
      duty: 'electricity',
      when: 'electricity.loadKw > 30 or electricity.needsNewLine = true',
      clock: planned,
      reads: [...contact, ...place, 'electricity.meter', 'electricity.loadKw', 'electricity.needsNewLine'],
      readsDocuments: ['wiring-plan'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'deposit',
      amount: deposit,
      range: depositRange,
      source: unconfirmed(
        'Deposits by meter as published by the Metropolitan Electricity Authority for 15(45) A and more; 300 baht for 5(15) A from memory; the same is taken elsewhere',
        '2012-02-14',
      ),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples,
  validity: null,
  dependsOn: [first.buildingPermit],
  texts: { th, en },
});
