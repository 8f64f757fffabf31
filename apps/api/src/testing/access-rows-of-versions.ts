import { randomUUID } from 'node:crypto';
import type { Row } from './access-table';
import type { World } from './access-world';

const administrators = (status: number) => ({ stranger: 401, administrator: status, rest: 403 });
const at = (path: (world: World) => string): Row['to'] => (world) => ({ path: path(world) });

/** The version of the factory licence that is in force. */
function currentVersion(act: string): (world: World) => string {
  return ({ portal }) => `/api/admin/versions/factory-type-3/${portal.running.library.findNewestLicence('factory-type-3')?.definition.version}/${act}`;
}

/** One that is not there. */
const proposal = (act: string) => `/api/admin/versions/factory-type-3/99/proposals/${randomUUID()}${act}`;

/** Who gets what of the versions of licence types. */
export const rowsOfVersions: Row[] = [
  { operation: 'GET /api/admin/versions', is: administrators(200) },
  { operation: 'POST /api/admin/versions', is: administrators(422), to: () => ({ path: '/api/admin/versions', payload: { definition: {} } }) },
  { operation: 'GET /api/admin/versions/{code}', is: administrators(200), to: at(() => '/api/admin/versions/factory-type-3') },
  { operation: 'DELETE /api/admin/versions/{code}/{version}', is: administrators(404), to: at(() => '/api/admin/versions/factory-type-3/99') },
  { operation: 'GET /api/admin/versions/{code}/{version}/diff', is: administrators(200), to: at(currentVersion('diff')) },
  { operation: 'GET /api/admin/versions/{code}/{version}/shadow', is: administrators(200), to: at(currentVersion('shadow')) },
  { operation: 'GET /api/admin/versions/{code}/{version}/moves', is: administrators(200), to: at(currentVersion('moves')) },
  { operation: 'GET /api/admin/versions/{code}/{version}/proposals', is: administrators(200), to: at(currentVersion('proposals')) },
  {
    operation: 'POST /api/admin/versions/{code}/{version}/proposals/move', is: administrators(404),
    to: (world) => ({ path: '/api/admin/versions/factory-type-3/99/proposals/move', payload: { applications: [{ id: world.applicationId('factory-type-3'), revision: 1 }] } }),
  },
  { operation: 'POST /api/admin/versions/{code}/{version}/proposals/publication', is: administrators(404), to: () => ({ path: '/api/admin/versions/factory-type-3/99/proposals/publication', payload: {} }) },
  { operation: 'POST /api/admin/versions/{code}/{version}/proposals/{id}/confirm', is: administrators(404), to: () => ({ path: proposal('/confirm'), payload: { digest: '0'.repeat(64) } }) },
  { operation: 'POST /api/admin/versions/{code}/{version}/proposals/{id}/decline', is: administrators(404), to: () => ({ path: proposal('/decline'), payload: { digest: '0'.repeat(64), reason: 'ยังไม่ครบ' } }) },
  { operation: 'DELETE /api/admin/versions/{code}/{version}/proposals/{id}', is: administrators(404), to: () => ({ path: proposal('') }) },
];
