import { randomUUID } from 'node:crypto';
import { announcing, pdf, tus, upload } from '../cases/testing/walk';
import { rayongFactory } from './estate-case';
import type { Caller, Method, Payload } from './caller';
import { rowsOfPeople } from './access-rows-of-people';
import { rowsOfVersions } from './access-rows-of-versions';
import { people, type Who, type World } from './access-world';

/** One call, with objects of the owner's. */
export interface Target {
  path: string;
  payload?: Payload;
  headers?: Record<string, string>;
  /** Where the call ends a session. */
  caller?: Caller;
}

export interface Row {
  /** As the OpenAPI document has it; what stands in brackets tells rows of one operation apart. */
  operation: string;
  /** The status for each; `rest` are all who are not named. */
  is: Partial<Record<Who, number>> & { rest: number; /** An agency's own system, of the officer's office; absent: as a stranger where anybody may, else 403. */ agencySystem?: number };
  /** `isDone`: the call is expected to work, so its object must be one that can be spent. */
  to?(world: World, isDone: boolean, who: Who): Target | Promise<Target>;
}

const everybody = { rest: 200 };
const signedIn = { stranger: 401 };
/** What only applicants have; another's looks like none. */
const owner = (status: number) => ({ ...signedIn, owner: status, otherApplicant: 404, rest: 403 });
const applicants = (status: number) => ({ ...signedIn, owner: status, otherApplicant: status, rest: 403 });
/** What only officers have; another office's looks like none. */
const desk = (status: number) => ({ ...signedIn, officer: status, reviewer: status, neighbour: 404, sameCase: 404, leftOut: 404, elsewhere: 404, rest: 403 });
const officers = { ...signedIn, officer: 200, reviewer: 200, neighbour: 200, sameCase: 200, leftOut: 200, elsewhere: 200, rest: 403 };
const monitors = { ...signedIn, monitor: 200, otherMonitor: 200, rest: 403 };
/** What everybody has a part in who is in the application; for all others it is not there. */
const involved = { ...signedIn, owner: 200, officer: 200, reviewer: 200, rest: 404 };

const at = (path: (world: World) => string): Row['to'] => (world) => ({ path: path(world) });
const event = (type: string, data: object = {}) => ({ payload: { type, data }, headers: { 'idempotency-key': randomUUID() } });
const events = (world: World, code = 'factory-type-3', file = world.file) => `/api/applications/${world.applicationId(code, file)}/events`;

const administrators = (status: number) => ({ ...signedIn, administrator: status, rest: 403 });

/** Who gets what from every operation of the api. A route that is not here fails the spec. */
export const accessTable: Row[] = [
  { operation: 'GET /api/openapi.json', is: everybody },
  { operation: 'GET /api/health/live', is: everybody },
  { operation: 'GET /api/health/ready', is: everybody },
  { operation: 'GET /api/auth/login', is: { rest: 303 } },
  { operation: 'GET /api/auth/step-up', is: { ...signedIn, rest: 303 } },
  { operation: 'GET /api/auth/providers', is: everybody },
  { operation: 'GET /api/auth/callback', is: { rest: 400 } },
  { operation: 'POST /api/auth/logout', is: { rest: 200 }, to: async (world, _, who) => ({ path: '/api/auth/logout', caller: await world.newCaller(who) }) },
  { operation: 'GET /api/auth/me', is: everybody },
  { operation: 'GET /api/auth/personas', is: everybody },
  { operation: 'GET /api/auth/sessions', is: { ...signedIn, rest: 200 } },
  { operation: 'DELETE /api/auth/sessions', is: { ...signedIn, rest: 200 } },
  { operation: 'DELETE /api/auth/sessions/{id}', is: { ...signedIn, owner: 204, rest: 404 }, to: async (world) => ({ path: `/api/auth/sessions/${await world.newSessionId()}` }) },

  ...rowsOfPeople,
  { operation: 'GET /api/my-data/accesses', is: { ...signedIn, rest: 200 } },
  { operation: 'GET /api/my-data/copy', is: { ...signedIn, rest: 200 } },
  { operation: 'GET /api/mandates', is: { ...signedIn, rest: 200 } },
  { operation: 'POST /api/mandates/acting', is: { ...signedIn, rest: 204 }, to: async (world, _, who) => ({ path: '/api/mandates/acting', payload: { juristicId: null }, caller: await world.newCaller(who) }) },
  { operation: 'POST /api/mandates/acting (without a mandate)', is: { ...signedIn, rest: 403 }, to: () => ({ path: '/api/mandates/acting', payload: { juristicId: '0105999999994' } }) },
  { operation: 'POST /api/mandates/directorships (no such company)', is: { ...signedIn, rest: 404 }, to: () => ({ path: '/api/mandates/directorships', payload: { juristicId: '0999999999999' } }) },
  { operation: 'POST /api/mandates/requests', is: { ...signedIn, rest: 201 }, to: () => ({ path: '/api/mandates/requests', payload: { juristicId: '0105999999994', acts: ['prepare'], until: '2199-01-01', words: 'ขอเตรียมร่าง' } }) },
  { operation: 'POST /api/mandates/requests/{id}/decision', is: { ...signedIn, rest: 404 }, to: () => ({ path: `/api/mandates/requests/${randomUUID()}/decision`, payload: { isGranted: true } }) },
  { operation: 'DELETE /api/mandates/{id}', is: { ...signedIn, rest: 404 }, to: () => ({ path: `/api/mandates/${randomUUID()}` }) },

  { operation: 'GET /api/journeys', is: everybody },
  { operation: 'GET /api/journeys/{code}', is: everybody, to: at(() => '/api/journeys/open-a-restaurant') },
  { operation: 'POST /api/journeys/{code}/plan', is: everybody, to: () => ({ path: '/api/journeys/open-a-restaurant/plan', payload: { answers: {} } }) },
  { operation: 'GET /api/licence-types', is: everybody },
  { operation: 'GET /api/licence-types/{code}', is: everybody, to: at(() => '/api/licence-types/factory-type-3') },
  { operation: 'GET /api/licence-types/{code}/manual', is: everybody, to: at(() => '/api/licence-types/factory-type-3/manual') },
  { operation: 'GET /api/licence-types/{code}/manual.jsonld', is: everybody, to: at(() => '/api/licence-types/factory-type-3/manual.jsonld') },
  { operation: 'GET /api/licence-types/{code}/diagram', is: everybody, to: at(() => '/api/licence-types/factory-type-3/diagram') },
  { operation: 'GET /api/promises', is: everybody },
  { operation: 'GET /api/reference/provinces', is: everybody },
  { operation: 'GET /api/reference/districts', is: everybody, to: at(() => '/api/reference/districts?province=21') },
  { operation: 'GET /api/reference/subdistricts', is: everybody, to: at(() => '/api/reference/subdistricts?district=2106') },
  { operation: 'GET /api/reference/subdistricts/search', is: everybody },
  { operation: 'GET /api/reference/estates', is: everybody },
  { operation: 'GET /api/reference/zones', is: everybody },
  { operation: 'GET /api/reference/tsic', is: everybody },
  { operation: 'GET /api/reference/holidays', is: everybody, to: at(() => '/api/reference/holidays?year=2027') },
  { operation: 'GET /api/reference/holidays/gaps', is: { ...signedIn, administrator: 200, rest: 403 } },
  { operation: 'GET /api/retention', is: everybody },
  { operation: 'GET /api/admin/retention', is: administrators(200) },
  { operation: 'GET /api/delay-notices', is: { ...signedIn, administrator: 200, rest: 403 } },
  { operation: 'GET /api/delay-notices/months/{month}', is: { ...signedIn, administrator: 200, rest: 403 }, to: at(() => '/api/delay-notices/months/2026-11') },
  {
    operation: 'PUT /api/reference/holidays', is: { ...signedIn, administrator: 200, rest: 403 },
    to: () => ({ path: '/api/reference/holidays?year=2199', payload: { days: [{ date: '2199-01-01', title: { th: 'วันขึ้นปีใหม่', en: 'New Year' }, source: 'spec' }] } }),
  },

  ...rowsOfVersions,
  { operation: 'GET /api/admin/stuck', is: administrators(200) },
  { operation: 'POST /api/admin/stuck/{id}/try (that is not stuck)', is: administrators(404), to: () => ({ path: `/api/admin/stuck/${randomUUID()}/try` }) },

  { operation: 'GET /api/cases', is: applicants(200) },
  { operation: 'POST /api/cases', is: applicants(201), to: () => ({ path: '/api/cases', payload: { journey: rayongFactory.journey, answers: rayongFactory.questions } }) },
  { operation: 'GET /api/cases/{id} (draft)', is: owner(200), to: at(({ draftId }) => `/api/cases/${draftId}`) },
  { operation: 'GET /api/cases/{id} (submitted)', is: owner(200), to: at(({ file }) => `/api/cases/${file.id}`) },
  { operation: 'DELETE /api/cases/{id}', is: owner(204), to: async (world, isDone) => ({ path: `/api/cases/${isDone ? (await world.newDraft()).id : world.draftId}` }) },
  { operation: 'GET /api/cases/{id}/form', is: owner(200), to: at(({ draftId }) => `/api/cases/${draftId}/form`) },
  { operation: 'GET /api/cases/{id}/why (draft)', is: owner(200), to: at(({ draftId }) => `/api/cases/${draftId}/why`) },
  { operation: 'GET /api/cases/{id}/why (submitted)', is: owner(200), to: at(({ file }) => `/api/cases/${file.id}/why`) },
  { operation: 'GET /api/cases/{id}/check', is: owner(200), to: at(({ draftId }) => `/api/cases/${draftId}/check`) },
  { operation: 'POST /api/cases/{id}/versions-seen', is: owner(200), to: at(({ draftId }) => `/api/cases/${draftId}/versions-seen`) },
  { operation: 'PATCH /api/cases/{id}/answers', is: owner(200), to: ({ draftId }) => ({ path: `/api/cases/${draftId}/answers`, payload: { base: 1, changes: { 'business.nameTh': 'ชื่อใหม่' } } }) },
  {
    operation: 'POST /api/cases/{id}/submit', is: owner(200),
    to: async (world, isDone) => {
      const { id, answersRevision } = isDone ? await world.newFilledDraft() : { id: world.draftId, answersRevision: 1 };
      return { path: `/api/cases/${id}/submit`, payload: { declaresTruth: true, answersRevision }, headers: { 'idempotency-key': randomUUID() } };
    },
  },
  { operation: 'POST /api/cases/{id}/answers-to-notices', is: owner(409), to: ({ file }) => ({ path: `/api/cases/${file.id}/answers-to-notices`, payload: { changes: {} }, headers: { 'idempotency-key': randomUUID() } }) },
  { operation: 'POST /api/cases/{id}/file-again', is: owner(400), to: ({ file }) => ({ path: `/api/cases/${file.id}/file-again`, headers: { 'idempotency-key': randomUUID() } }) },
  { operation: 'GET /api/cases/{id}/stream', is: owner(200), to: at(({ file }) => `/api/cases/${file.id}/stream`) },
  { operation: 'POST /api/cases/{id}/documents', is: owner(201), to: ({ draftId }) => ({ path: `/api/cases/${draftId}/documents`, ...upload('factory-layout', 'more.pdf', pdf(2)) }) },
  { operation: 'POST /api/cases/{id}/documents/from-vault', is: owner(404), to: ({ draftId }) => ({ path: `/api/cases/${draftId}/documents/from-vault`, payload: { code: 'factory-layout', paperId: randomUUID() } }) },
  {
    operation: 'PUT /api/cases/{id}/documents/{documentId}/dates', is: owner(200),
    to: ({ draftId, draftDocumentId }) => ({ path: `/api/cases/${draftId}/documents/${draftDocumentId}/dates`, payload: { issuedOn: '2026-01-05', expiresOn: null } }),
  },
  { operation: 'GET /api/vault', is: applicants(200) },
  { operation: 'POST /api/vault/papers', is: applicants(201), to: () => ({ path: '/api/vault/papers', ...upload('factory-layout', 'kept.pdf', pdf(3)) }) },
  { operation: 'GET /api/vault/papers/{id}/content', is: owner(200), to: at(({ paperId }) => `/api/vault/papers/${paperId}/content`) },
  { operation: 'PUT /api/vault/papers/{id}/dates', is: owner(200), to: ({ paperId }) => ({ path: `/api/vault/papers/${paperId}/dates`, payload: { issuedOn: null, expiresOn: null } }) },
  { operation: 'DELETE /api/vault/papers/{id}', is: owner(204), to: async (world, isDone) => ({ path: `/api/vault/papers/${isDone ? await world.newPaper() : world.paperId}` }) },
  { operation: 'OPTIONS /api/uploads', is: { rest: 204 } },
  { operation: 'GET /api/uploads', is: applicants(200) },
  { operation: 'POST /api/uploads', is: owner(201), to: ({ draftId }) => ({ path: '/api/uploads', headers: announcing(draftId, 100) }) },
  { operation: 'GET /api/uploads/{id}', is: owner(200), to: ({ uploadPath: path }) => ({ path }) },
  { operation: 'PATCH /api/uploads/{id}', is: owner(204), to: async (world, isDone) => ({ path: isDone ? await world.newUpload() : world.uploadPath, payload: Buffer.from('%PDF-1.7'), headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } }) },
  { operation: 'PUT /api/uploads/{id}/paper (that has not arrived)', is: owner(409), to: ({ uploadPath }) => ({ path: `${uploadPath}/paper` }) },
  { operation: 'DELETE /api/uploads/{id}', is: owner(204), to: async (world, isDone) => ({ path: isDone ? await world.newUpload() : world.uploadPath, headers: tus }) },
  {
    operation: 'DELETE /api/cases/{id}/documents/{documentId}', is: owner(204),
    to: async (world, isDone) => {
      const { id, documentId } = isDone ? await world.newDraft() : { id: world.draftId, documentId: world.draftDocumentId };
      return { path: `/api/cases/${id}/documents/${documentId}` };
    },
  },
  {
    operation: 'GET /api/documents/{id}/content (that the factory office reads)', is: { ...involved, monitor: 403, otherMonitor: 403, peopleAdministrator: 403, administrator: 403, agencySystem: 200 },
    to: at(({ file }) => `/api/documents/${file.documents.find(({ code }) => code === 'factory-layout')?.id}/content`),
  },
  {
    operation: 'GET /api/documents/{id}/content (that the revenue office reads)', is: { ...owner(200), officer: 404, reviewer: 404, neighbour: 404, sameCase: 200, leftOut: 404, elsewhere: 404, agencySystem: 404 },
    to: at(({ file }) => `/api/documents/${file.documents.find(({ code }) => code === 'sign-photos')?.id}/content`),
  },
  { operation: 'GET /api/documents/{id}/preview (that the factory office reads)', is: { ...involved, monitor: 403, otherMonitor: 403, administrator: 403, peopleAdministrator: 403, agencySystem: 200 }, to: at(({ file }) => `/api/documents/${file.documents.find(({ code }) => code === 'factory-layout')?.id}/preview`) },
  { operation: 'GET /api/documents/{id}/content (of a draft)', is: { ...desk(404), owner: 200, otherApplicant: 404, agencySystem: 404 }, to: at(({ draftDocumentId }) => `/api/documents/${draftDocumentId}/content`) },

  { operation: 'GET /api/applications/{id}', is: involved, to: at((world) => `/api/applications/${world.applicationId('factory-type-3')}`) },
  { operation: 'GET /api/applications/{id} (issued)', is: involved, to: at((world) => `/api/applications/${world.applicationId('factory-type-3', world.done)}`) },
  { operation: 'GET /api/applications/{id}/history', is: involved, to: at((world) => `/api/applications/${world.applicationId('factory-type-3')}/history`) },
  { operation: 'GET /api/applications/{id}/stream', is: involved, to: at((world) => `/api/applications/${world.applicationId('factory-type-3')}/stream`) },
  {
    operation: 'POST /api/applications/{id}/events (review)', is: { ...involved, owner: 403, agencySystem: 200 },
    to: async (world, isDone) => ({ path: events(world, 'factory-type-3', isDone ? await world.newFile() : world.file), ...event('factory.accepted') }),
  },
  { operation: 'POST /api/applications/{id}/events (approval, too early)', is: { ...involved, owner: 403, officer: 409, reviewer: 403, agencySystem: 422 }, to: (world) => ({ path: events(world), ...event('factory.approved') }) },
  { operation: 'POST /api/applications/{id}/events (inspection, too early)', is: { ...involved, owner: 403, officer: 422, reviewer: 403, agencySystem: 422 }, to: (world) => ({ path: events(world), ...event('factory.inspectionRecorded') }) },
  {
    operation: 'POST /api/applications/{id}/events (withdrawal)', is: { ...involved, officer: 403, reviewer: 403, agencySystem: 403 },
    to: async (world, isDone) => ({ path: events(world, 'factory-type-3', isDone ? await world.newFile() : world.file), ...event('withdrawn') }),
  },
  { operation: 'POST /api/applications/{id}/events (what only the portal sends)', is: { ...involved, owner: 403, officer: 403, reviewer: 403, agencySystem: 403 }, to: (world) => ({ path: events(world), ...event('fee.paid') }) },
  { operation: 'POST /api/applications/{id}/events (no such event)', is: { ...involved, owner: 400, officer: 400, reviewer: 400, agencySystem: 400 }, to: (world) => ({ path: events(world), ...event('factory.blessed') }) },

  { operation: 'GET /api/tasks', is: { ...officers, agencySystem: 200 } },
  { operation: 'GET /api/tasks/stream', is: officers },
  { operation: 'GET /api/tasks/{id}', is: { ...desk(200), agencySystem: 200 }, to: at((world) => `/api/tasks/${world.task('factory-type-3').id}`) },
  { operation: 'GET /api/tasks/{id}/why', is: desk(200), to: at((world) => `/api/tasks/${world.task('factory-type-3').id}/why`) },
  { operation: 'POST /api/tasks/{id}/claim', is: { ...desk(200), agencySystem: 200 }, to: (world, _, who) => ({ path: `/api/tasks/${taskFor(world, who)}/claim` }) },
  { operation: 'POST /api/tasks/{id}/release', is: { ...desk(200), agencySystem: 200 }, to: (world, _, who) => ({ path: `/api/tasks/${taskFor(world, who)}/release` }) },

  { operation: 'GET /api/exceptions', is: officers },
  {
    operation: 'POST /api/exceptions (a case of no office of theirs, or one’s own)', is: { ...signedIn, officer: 201, reviewer: 403, neighbour: 201, sameCase: 201, leftOut: 201, elsewhere: 201, rest: 403 }, to: ({ file }) => ({ path: '/api/exceptions', payload: { number: file.number ?? '', ground: 'oversight', reason: 'ตรวจสอบตามแผนตรวจราชการประจำปี' } }),
  },
  { operation: 'GET /api/exceptions/{id}', is: { ...signedIn, officer: 404, reviewer: 404, neighbour: 404, sameCase: 404, leftOut: 404, elsewhere: 200, rest: 403 }, to: at(({ exceptionId }) => `/api/exceptions/${exceptionId}`) },

  { operation: 'GET /api/bills/{id}', is: owner(200), to: at(({ done }) => `/api/bills/${done.bills[0]?.id}`) },
  { operation: 'GET /api/bills/{id}/receipt', is: { ...involved, officer: 200, reviewer: 200 }, to: at(({ done }) => `/api/bills/${done.bills.find(({ payee }) => payee.en.includes('Amata'))?.id}/receipt`) },
  { operation: 'POST /api/cases/{id}/payments (nothing due)', is: owner(409), to: at(({ done }) => `/api/cases/${done.id}/payments`) },
  { operation: 'GET /api/payments/together/{id} (none)', is: { ...signedIn, owner: 404, otherApplicant: 404, rest: 403 }, to: at(() => `/api/payments/together/${randomUUID()}`) },
  { operation: 'GET /api/fee-rates', is: { ...signedIn, administrator: 200, rest: 403 } },
  {
    operation: 'POST /api/fee-rates', is: { ...signedIn, administrator: 204, rest: 403 },
    to: () => ({ path: '/api/fee-rates', payload: { licence: 'hotel-business', item: 'room', payee: '*', value: 80, effectiveFrom: '2199-01-01', source: 'spec', isVerified: false } }),
  },
  { operation: 'GET /api/payments/refunds', is: { ...signedIn, administrator: 200, rest: 403 } },
  {
    operation: 'POST /api/payments/refunds/{id}/given-back (none)', is: { ...signedIn, administrator: 404, rest: 403 },
    to: () => ({ path: '/api/payments/refunds/00000000-0000-7000-8000-000000000000/given-back', payload: { way: 'transfer', reference: 'spec', on: '2026-01-01' } }),
  },
  { operation: 'GET /api/office-money/refunds', is: officers },
  {
    operation: 'POST /api/office-money/refunds/{id}/given-back (none)', is: { ...signedIn, officer: 404, neighbour: 404, sameCase: 404, leftOut: 404, elsewhere: 404, rest: 403 },
    to: () => ({ path: '/api/office-money/refunds/00000000-0000-7000-8000-000000000000/given-back', payload: { way: 'transfer', reference: 'spec', on: '2026-01-01' } }),
  },
  { operation: 'GET /api/office-money/statements/{month}', is: officers, to: at(() => '/api/office-money/statements/2026-11') },
  { operation: 'GET /api/office-money/statements/{month}/csv', is: officers, to: at(() => '/api/office-money/statements/2026-11/csv') },
  { operation: 'GET /api/payments/unmatched', is: { ...signedIn, administrator: 200, rest: 403 } },
  {
    operation: 'POST /api/payments/unmatched/{transactionId}/resolution (none)', is: { ...signedIn, administrator: 404, rest: 403 },
    to: () => ({ path: '/api/payments/unmatched/NEVER/resolution', payload: { how: 'explained', note: 'spec' } }),
  },
  { operation: 'POST /api/payments/callback (unsigned)', is: { rest: 403 }, to: () => ({ path: '/api/payments/callback', payload: { transactionId: 'T1', billPaymentRef1: 'R1', amount: '1.00' } }) },
  { operation: 'GET /api/licences', is: applicants(200) },
  { operation: 'GET /api/licences/{number}/verify', is: everybody, to: at(({ done }) => `/api/licences/${licenceOf(done)}/verify`) },
  { operation: 'GET /api/licences/{number}/pdf', is: involved, to: at(({ done }) => `/api/licences/${licenceOf(done)}/pdf`) },
  { operation: 'GET /api/licences/{number}/paper', is: involved, to: at(({ done }) => `/api/licences/${licenceOf(done)}/paper`) },
  { operation: 'GET /api/seals/keys', is: everybody },
  { operation: 'GET /api/seals/snapshot', is: everybody },
  { operation: 'GET /api/seals/credential-type', is: everybody },
  { operation: 'GET /api/seals/status-lists/{agency}', is: { rest: 404 }, to: at(() => '/api/seals/status-lists/none') },
  { operation: 'GET /api/licences/{number}/credential', is: involved, to: onceSealed('credential') },
  { operation: 'GET /api/seals/keys/{kid}/certificates', is: { rest: 404 }, to: at(() => '/api/seals/keys/none/certificates') },
  { operation: 'GET /api/licences/of-office', is: officers },
  { operation: 'GET /api/licences/of-territory', is: monitors },
  { operation: 'GET /api/licences/{number}', is: { ...involved, monitor: 200 }, to: at(({ done }) => `/api/licences/${licenceOf(done)}`) },
  { operation: 'POST /api/licences/{number}/renewal (that does not have to be renewed)', is: owner(409), to: at(({ done }) => `/api/licences/${licenceOf(done)}/renewal`) },
  { operation: 'GET /api/orders/{id}/paper', is: involved, to: at(({ refused }) => `/api/orders/${refused.orders[0]?.id}/paper`) },
  { operation: 'GET /api/orders/{id}', is: involved, to: at(({ refused }) => `/api/orders/${refused.orders[0]?.id}`) },
  {
    operation: 'POST /api/orders/{id}/deliveries', is: { ...desk(200), reviewer: 403 },
    to: ({ refused }) => ({ path: `/api/orders/${refused.orders[0]?.id}/deliveries`, payload: { kind: 'post', sentAt: new Date(Date.parse(refused.orders[0]?.decidedAt ?? '') + 1).toISOString() } }),
  },
  {
    operation: 'POST /api/applications/{id}/appeals', is: owner(200),
    to: (world) => ({ path: `/api/applications/${world.applicationId('factory-type-3', world.refused)}/appeals`, payload: { grounds: 'อยู่ในเขตที่ตั้งได้' }, headers: { 'idempotency-key': randomUUID() } }),
  },
  { operation: 'POST /api/licences/{number}/change', is: owner(200), to: at(({ done }) => `/api/licences/${licenceOf(done)}/change`) },
  { operation: 'POST /api/licences/{number}/offer', is: owner(201), to: at(({ done }) => `/api/licences/${licenceOf(done)}/offer`) },
  { operation: 'GET /api/licences/offers/{code}', is: applicants(404), to: at(() => '/api/licences/offers/none') },
  { operation: 'POST /api/licences/offers/{code}/acceptance', is: applicants(404), to: at(() => '/api/licences/offers/none/acceptance') },
  { operation: 'GET /api/ledger', is: everybody },
  { operation: 'GET /api/ledger/consistency (no such roots)', is: { rest: 404 }, to: at(() => '/api/ledger/consistency?from=2000000001&to=2000000002') },
  { operation: 'GET /api/ledger/roots/{number}/note (no such root)', is: { rest: 404 }, to: at(() => '/api/ledger/roots/2000000001/note') },
  { operation: 'GET /api/cases/{id}/ledger', is: owner(200), to: at(({ done }) => `/api/cases/${done.id}/ledger`) },
  { operation: 'GET /api/cases/{id}/history', is: owner(200), to: at(({ done }) => `/api/cases/${done.id}/history`) },
  { operation: 'POST /api/ledger/roots', is: administrators(202) },
  { operation: 'GET /api/notices', is: applicants(200) },
  { operation: 'POST /api/notices/read', is: applicants(204) },

  { operation: 'GET /api/monitor/overview', is: monitors },
  { operation: 'GET /api/monitor/applications', is: monitors },
  { operation: 'GET /api/monitor/applications/{id}', is: { ...monitors, otherMonitor: 404 }, to: at((world) => `/api/monitor/applications/${world.applicationId('factory-type-3')}`) },
];

/** Two colleagues, two tasks. */
function taskFor(world: World, who: Who): string {
  return world.task(who === 'reviewer' ? 'estate-land-use' : 'factory-type-3').id;
}

/** Of a licence whose paper is sealed: taking the paper waits for that. */
function onceSealed(what: string): Row['to'] {
  return async ({ portal, done }) => {
    const path = `/api/licences/${licenceOf(done)}`;
    await portal.call(people.owner, 'GET', `${path}/pdf`);
    return { path: `${path}/${what}` };
  };
}

function licenceOf({ licences }: World['done']): string {
  return licences.find(({ code }) => code === 'factory-type-3')?.number ?? '';
}

/** The verb of a row. */
export function methodOf({ operation }: Row): Method {
  return operation.split(' ', 1)[0] as Method;
}

/** The operation without the remark. */
export function operationOf({ operation }: Row): string {
  return operation.split(' ', 2).join(' ');
}
