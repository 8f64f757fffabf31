import type { AgencyPeopleView, InvitationView } from '@anuyat/contract';

const agency = { code: 'bma', title: { th: 'กรุงเทพมหานคร', en: 'Bangkok Metropolitan Administration' } };
const sanitation = { code: 'bma-1039-sanitation', agency, title: { th: 'ฝ่ายสิ่งแวดล้อมและสุขาภิบาล สำนักงานเขตวัฒนา', en: 'Environment and sanitation section, Watthana District Office' } };
/** An invitation to an office, by personal number. */
export const invitation: InvitationView = {
  id: '01900000-0000-7000-8000-00000000000b', agency, office: sanitation, permissions: ['review', 'inspect'], name: 'นางสาวตั้งใจ ทำงาน', address: '8-9999-XXXXX-01-6',
  from: '2026-11-22', until: '2027-09-30', expiresAt: '2026-12-06T03:00:00.000Z',
};
/** An officer who is away for two weeks. */
export const absent = { accountId: '01900000-0000-7000-8000-00000000000d', name: { th: 'นายสมชาย รักดี', en: 'Mr. Somchai Rakdee' } };
const standIn = { accountId: '01900000-0000-7000-8000-00000000000e', name: { th: 'นางสาวพิมพ์ใจ งามดี', en: 'Ms. Phimchai Ngamdee' } };
const noted = (what: AgencyPeopleView['notes'][number]['what'], hour: number, office: typeof sanitation | null) => ({ id: `01900000-0000-7000-8000-0000000001${hour}`, at: `2026-11-20T${hour}:00:00.000Z`, what, by: { th: 'นางบุคคล ใส่ใจ', en: 'Mrs. Bukkhon Saijai' }, about: 'นายสมชาย รักดี', office });
/** An agency with officers, invitations, an absence and notes. */
export const people: AgencyPeopleView = {
  agency, invitations: [invitation, { ...invitation, id: '01900000-0000-7000-8000-00000000000f', office: null, permissions: [], address: 'tangjai@bangkok.example.go.th' }],
  officers: [
    { ...absent, lastSignedInAt: '2026-11-20T03:00:00.000Z', passkeys: 1, terms: [{ id: '01900000-0000-7000-8000-000000000021', office: sanitation, permissions: ['review', 'inspect', 'approve'], from: '2025-10-01', until: '2027-09-30', state: 'live' }, { id: '01900000-0000-7000-8000-000000000022', office: sanitation, permissions: ['review'], from: '2024-10-01', until: '2025-09-30', state: 'ended' }] },
    { ...standIn, lastSignedInAt: null, passkeys: 0, terms: [{ id: '01900000-0000-7000-8000-000000000023', office: sanitation, permissions: ['supervise'], from: '2026-10-01', until: null, state: 'live' }] },
  ],
  administrators: [{ id: '01900000-0000-7000-8000-000000000024', accountId: '01900000-0000-7000-8000-000000000025', name: { th: 'นางบุคคล ใส่ใจ', en: 'Mrs. Bukkhon Saijai' }, since: '2026-10-01' }],
  covers: [{ id: '01900000-0000-7000-8000-000000000026', absent, standIn, from: '2026-11-23', until: '2026-12-04' }],
  notes: [noted('cover-named', 13, null), noted('term-changed', 12, sanitation), noted('joined', 11, sanitation)],
};
