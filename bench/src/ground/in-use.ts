import { fileCases } from './filing';
import type { Ground } from './ground';

const CASES = 3_000;

/**
 * A portal that has been in use for a while. Prepared statements keep the plans that were made while their tables were empty until the tables are looked
 * through anew, which autovacuum does once a minute: a portal never grows by thousands in that time, a bench does.
 */
export async function putToUse(ground: Ground): Promise<void> {
  const { asSuperuser } = await ground.database();
  await fileCases(await ground.registrar(), CASES);
  await asSuperuser('TRUNCATE outbox');
  await asSuperuser('ANALYZE');
}
