import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom, toSatang } from '../shared/rates';
import { contact, holder, place, tradingName } from '../shared/reads';
import { read, secondOfficer, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { affectsSurroundings } from './rules';
import { hotelFee, roomsFee } from './fee';
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const sixtyDays = {
  days: 60,
  unit: 'working',
  source: unconfirmed('Manuals say 30 to 75 working days; to be confirmed with the Department of Provincial Administration', '2023-01-01'),
} as const;

const consulted = {
  days: 30,
  unit: 'working',
  source: unconfirmed('Half of the time of the whole, so that the registrar can still decide in time; to be agreed with the offices', '2026-01-01'),
} as const;

export const licence = defineLicence({
  code: 'hotel-business',
  version: 14,
  kind: 'licence',
  citations: [cite('hotel', '13'), cite('hotel', '15'), cite('hotel', '16'), cite('hotel', '30'), cite('buildingControl', '32')],
  clock: sixtyDays,
  lanes: [
    agencyReview('hotel', {
      law: 'hotel',
      duty: 'hotel',
      clock: sixtyDays,
      secondOfficer,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'hotel'],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('building', {
      law: 'building-control',
      duty: 'building',
      clock: consulted,
      hasInspection: true,
      reads: [
        ...contact, ...place, 'premises.storeys', 'premises.buildingUse', 'building', 'hotel.type', 'hotel.rooms', 'hotel.guests',
        'hotel.buildingAreaSqm',
      ],
      readsDocuments: ['floor-plan', 'fire-safety-plan'],
    }),
    agencyReview('sanitation', {
      law: 'public-health',
      duty: 'sanitation',
      clock: consulted,
      reads: [...contact, ...place, 'hotel.type', 'hotel.rooms', 'hotel.guests', 'hotel.wastewaterTo', 'hotel.facilities'],
      readsDocuments: ['floor-plan'],
    }),
    agencyReview('environment', {
      law: 'environment',
      duty: 'environment',
      when: affectsSurroundings,
      clock: consulted,
      reads: [...contact, ...place, 'hotel.rooms', 'hotel.buildingAreaSqm', 'hotel.wastewaterTo', 'hotel.eiaNo'],
      readsDocuments: ['floor-plan'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: toSatang(hotelFee),
      range: { min: 5000, max: 40000 },
      source: read('Guides to hotel licensing by law firms, 2023 and 2025', '2023-01-01'),
    },
    {
      code: 'rooms',
      amount: roomsFee,
      range: { min: 80, max: 40000 },
      source: read('Guides to hotel licensing by law firms, 2023 and 2025', '2023-01-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { hotel: { type: '1', rooms: 20 } }, total: 11_600 },
    { facts: { hotel: { type: '1', rooms: 50 } }, total: 14_000 },
    { facts: { hotel: { type: '2', rooms: 35 } }, total: 22_800 },
    { facts: { hotel: { type: '3', rooms: 100 } }, total: 38_000 },
    { facts: { hotel: { type: '4', rooms: 300 } }, total: 64_000 },
    { facts: { hotel: { type: '2', rooms: 35 }, filing: { kind: 'renewal' } }, total: 12_800 },
  ],
  validity: { months: 60, renewal: 'full' },
  life,
  dependsOn: [first.company, first.buildingPermit, first.buildingUse],
  follows: [first.trader, 'food-premises-small', 'food-premises-large', 'business-hazardous-to-health'],
  texts: { th, en },
});
