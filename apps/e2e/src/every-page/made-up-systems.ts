import type { AgencySystemsView, AgencySystemView } from '@anuyat/contract';
import { invitation } from './made-up-people';

const { agency, office } = invitation;
const name = { th: 'ระบบสารบรรณสำนักงานเขต', en: 'District back office' };
const by = { th: 'นางบุคคล ใส่ใจ', en: 'Mrs. Bukkhon Saijai' };

const working: AgencySystemView = {
  id: '01900000-0000-7000-8000-000000000031', name, contact: '02 000 0000 ศูนย์เทคโนโลยีสารสนเทศ', offices: office ? [office] : [], keyThumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k', from: '2026-11-01', until: '2028-10-31', state: 'working',
  registeredBy: by, registeredAt: '2026-11-20T03:00:00.000Z', confirmedBy: { th: 'นายอีกคน ยืนยันดี', en: 'Mr. Ikkhon Yuenyandee' }, mayConfirm: false, lastSeenAt: '2026-11-22T03:00:00.000Z',
  webhook: { url: 'https://office.bangkok.example.go.th/anuyat', failingSince: null, reachedAt: '2026-11-22T03:00:00.000Z', waiting: 0 },
};

/** An agency's systems, one of each state. */
export const systems: AgencySystemsView = {
  agency,
  systems: [
    working,
    { ...working, id: '01900000-0000-7000-8000-000000000032', webhook: { url: 'https://office.bangkok.example.go.th/anuyat', failingSince: '2026-11-22T02:00:00.000Z', reachedAt: null, waiting: 12 } },
    { ...working, id: '01900000-0000-7000-8000-000000000033', state: 'waiting', confirmedBy: null, mayConfirm: true, webhook: null, lastSeenAt: null },
    { ...working, id: '01900000-0000-7000-8000-000000000034', state: 'suspended' },
    { ...working, id: '01900000-0000-7000-8000-000000000035', state: 'ended', webhook: null },
  ],
};
