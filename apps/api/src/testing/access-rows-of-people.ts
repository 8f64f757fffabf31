import { randomUUID } from 'node:crypto';
import type { Row } from './access-table';
import { registrationOf } from './agency-system';
import { SystemCaller } from './system-caller';

const signedIn = { stranger: 401 };
const staff = (status: number) => ({ ...signedIn, owner: 403, otherApplicant: 403, rest: status });
const officers = (status: number) => ({ ...signedIn, officer: status, reviewer: status, neighbour: status, sameCase: status, leftOut: status, elsewhere: status, rest: 403 });
/** Officers, who looks after an agency's people, and the portal's administrators. */
const staffOfAgencies = (status: number) => ({ ...officers(status), peopleAdministrator: status, administrator: status });
/** Who looks after the people of one agency. */
const lookAfter = (status: number) => ({ ...signedIn, peopleAdministrator: status, rest: 403 });

const aSystem = () => registrationOf(new SystemCaller('http://localhost'));

/** Passkeys, and the people and systems of agencies. */
export const rowsOfPeople: Row[] = [
  { operation: 'GET /api/auth/passkeys', is: { ...signedIn, rest: 200 } },
  { operation: 'POST /api/auth/passkeys/made', is: staff(201) },
  { operation: 'POST /api/auth/passkeys/made/{challengeId}', is: { ...signedIn, rest: 403 }, to: () => ({ path: `/api/auth/passkeys/made/${randomUUID()}`, payload: { name: 'กุญแจ', response: {} } }) },
  { operation: 'POST /api/auth/passkeys/proofs (without one)', is: staff(404), to: () => ({ path: '/api/auth/passkeys/proofs', payload: {} }) },
  { operation: 'POST /api/auth/passkeys/proofs/{challengeId}', is: { ...signedIn, rest: 403 }, to: () => ({ path: `/api/auth/passkeys/proofs/${randomUUID()}`, payload: { response: {} } }) },
  { operation: 'PUT /api/auth/passkeys/{id}', is: { ...signedIn, rest: 404 }, to: () => ({ path: `/api/auth/passkeys/${randomUUID()}`, payload: { name: 'กุญแจ' } }) },
  { operation: 'DELETE /api/auth/passkeys/{id}', is: { ...signedIn, rest: 404 }, to: () => ({ path: `/api/auth/passkeys/${randomUUID()}` }) },

  { operation: 'GET /api/staff-notices', is: staffOfAgencies(200) },
  { operation: 'POST /api/staff-notices/read', is: staffOfAgencies(204) },
  { operation: 'GET /api/mail/address', is: { ...signedIn, rest: 200 } },
  { operation: 'POST /api/mail/address', is: { ...signedIn, rest: 200 }, to: (_world, _isGood, who) => ({ path: '/api/mail/address', payload: { address: `${who}@example.com`, language: 'th' } }) },
  { operation: 'POST /api/mail/address/confirmation (nothing was asked for)', is: { ...signedIn, rest: 410 }, to: () => ({ path: '/api/mail/address/confirmation', payload: { code: '00000000' } }) },
  { operation: 'DELETE /api/mail/address/confirmation', is: { ...signedIn, rest: 204 } },
  { operation: 'DELETE /api/mail/address', is: { ...signedIn, rest: 204 } },
  { operation: 'PUT /api/mail/address/language', is: { ...signedIn, rest: 204 }, to: () => ({ path: '/api/mail/address/language', payload: { language: 'en' } }) },
  { operation: 'POST /api/mail/confirmations/{id}', is: { rest: 410 }, to: () => ({ path: `/api/mail/confirmations/${randomUUID()}`, payload: { code: '00000000' } }) },
  { operation: 'GET /api/mail/stop/{token}', is: { rest: 303 }, to: () => ({ path: '/api/mail/stop/none' }) },
  { operation: 'POST /api/mail/stop/{token}', is: { rest: 404 }, to: () => ({ path: '/api/mail/stop/none' }) },

  { operation: 'GET /api/people/invitations', is: { ...signedIn, rest: 200 } },
  { operation: 'POST /api/people/invitations/accepted', is: { ...signedIn, rest: 410 }, to: () => ({ path: '/api/people/invitations/accepted', payload: { id: randomUUID() } }) },
  { operation: 'GET /api/people/mine', is: officers(200) },
  { operation: 'POST /api/people/covers', is: { ...officers(404), peopleAdministrator: 403 }, to: () => ({ path: '/api/people/covers', payload: { standIn: randomUUID(), from: '2026-11-22', until: '2026-11-23' } }) },
  { operation: 'DELETE /api/people/covers/{id}', is: { ...officers(404), peopleAdministrator: 404 }, to: () => ({ path: `/api/people/covers/${randomUUID()}` }) },
  { operation: 'GET /api/people/agencies/{agency}', is: lookAfter(200), to: () => ({ path: '/api/people/agencies/ieat' }) },
  { operation: 'GET /api/people/agencies/{agency} (another’s)', is: lookAfter(404), to: () => ({ path: '/api/people/agencies/bma' }) },
  { operation: 'GET /api/people/offices', is: lookAfter(200), to: () => ({ path: '/api/people/offices?agency=ieat' }) },
  {
    operation: 'POST /api/people/agencies/{agency}/invitations', is: lookAfter(201),
    to: () => ({ path: '/api/people/agencies/ieat/invitations', payload: { office: 'ieat-hq-estate', permissions: ['review'], name: 'ผู้ได้รับเชิญ', email: 'guest@example.go.th', from: '2026-11-22' } }),
  },
  { operation: 'DELETE /api/people/invitations/{id}', is: lookAfter(404), to: () => ({ path: `/api/people/invitations/${randomUUID()}` }) },
  { operation: 'PUT /api/people/terms/{id}', is: lookAfter(404), to: () => ({ path: `/api/people/terms/${randomUUID()}`, payload: { permissions: ['review'], from: '2026-11-22' } }) },
  { operation: 'POST /api/people/terms/{id}/end', is: lookAfter(404), to: () => ({ path: `/api/people/terms/${randomUUID()}/end`, payload: {} }) },
  {
    operation: 'POST /api/people/agencies/{agency}/covers', is: lookAfter(404),
    to: () => ({ path: '/api/people/agencies/ieat/covers', payload: { absent: randomUUID(), standIn: randomUUID(), from: '2026-11-22', until: '2026-11-23' } }),
  },
  { operation: 'DELETE /api/people/agencies/{agency}/officers/{accountId}/passkeys', is: lookAfter(404), to: () => ({ path: `/api/people/agencies/ieat/officers/${randomUUID()}/passkeys` }) },
  { operation: 'DELETE /api/people/agencies/{agency}/officers/{accountId}/sessions', is: lookAfter(404), to: () => ({ path: `/api/people/agencies/ieat/officers/${randomUUID()}/sessions` }) },
  { operation: 'POST /api/people/administrators/{id}/end', is: lookAfter(404), to: () => ({ path: `/api/people/administrators/${randomUUID()}/end` }) },

  { operation: 'GET /api/system', is: { ...signedIn, rest: 403, agencySystem: 200 } },
  { operation: 'GET /api/people/agencies/{agency}/systems', is: lookAfter(200), to: () => ({ path: '/api/people/agencies/ieat/systems' }) },
  { operation: 'GET /api/people/agencies/{agency}/systems (another’s)', is: lookAfter(404), to: () => ({ path: '/api/people/agencies/bma/systems' }) },
  { operation: 'POST /api/people/agencies/{agency}/systems', is: lookAfter(201), to: () => ({ path: '/api/people/agencies/ieat/systems', payload: aSystem() }) },
  { operation: 'POST /api/people/agencies/{agency}/systems (another’s)', is: lookAfter(404), to: () => ({ path: '/api/people/agencies/bma/systems', payload: aSystem() }) },
  { operation: 'POST /api/people/systems/{id}/confirm', is: lookAfter(404), to: () => ({ path: `/api/people/systems/${randomUUID()}/confirm` }) },
  { operation: 'POST /api/people/systems/{id}/suspend', is: lookAfter(404), to: () => ({ path: `/api/people/systems/${randomUUID()}/suspend` }) },
  { operation: 'POST /api/people/systems/{id}/resume', is: lookAfter(404), to: () => ({ path: `/api/people/systems/${randomUUID()}/resume` }) },
  { operation: 'POST /api/people/systems/{id}/end', is: lookAfter(404), to: () => ({ path: `/api/people/systems/${randomUUID()}/end` }) },

  { operation: 'GET /api/auth/sign-ins', is: { ...signedIn, rest: 200 } },
  { operation: 'GET /api/admin/security-events', is: { ...signedIn, administrator: 200, rest: 403 } },
  { operation: 'DELETE /api/admin/people/{reference}/sessions', is: { ...signedIn, administrator: 404, rest: 403 }, to: () => ({ path: '/api/admin/people/0000-0000-0000/sessions' }) },
];
