import { setTimeout as wait } from 'node:timers/promises';
import { personaAccountId } from '@anuyat/identity';
import { webhookSecretOf } from '@anuyat/agency-systems/webhook-signature';
import { thumbprintOf, type MachineKey } from '@anuyat/http/machine-key';
import type { Ground } from '../stage/ground';
import type { Meddler } from './meddler';
import type { Inject } from './stage';

/** The office with the most work: a back office of its agency is let in for it, as if two administrators had. */
const BUSIEST = `SELECT office, agency FROM task GROUP BY office, agency ORDER BY count(*) DESC, office LIMIT 1`;
const KNOWN = `SELECT id FROM agency_system LIMIT 1`;
const ACCOUNT = `INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES ($1::uuid, 'anuyat:system', $1::text, 'ระบบหลังบ้าน', 'Back office') ON CONFLICT DO NOTHING`;
const REGISTER = `
  INSERT INTO agency_system (id, agency, contact, offices, key, key_thumbprint, valid_from, valid_until, webhook_url, registered_by, confirmed_by, confirmed_at)
  VALUES ($1, $2, 'chaos', ARRAY[$3], $4, $5, now() - interval '1 day', now() + interval '1 day', $6, $7, $8, now()) ON CONFLICT DO NOTHING`;

/** Its messages do not wait for the long pauses of the last time. */
const AGAIN = `UPDATE agency_system SET retry_at = now()`;

/** An agency's own system is slow, dead, answers nonsense, or sends what it should not; the office's people go on in the portal. @throws when a lie is taken. */
export const turnAgencySystem: Inject = async ({ ground, load, meddler, random }) => {
  if (!(await letIn(ground, meddler))) return undefined;
  const mood = random.pick(['slow', 'dead', 'error', 'half', 'lies', 'lies'] as const);
  await meddler.query(AGAIN);
  if (mood === 'lies') return lie(ground, (told) => load.journal.lies.push(told));
  const milliseconds = random.between(800, 3_000);
  await tell(ground, '', { mood });
  await wait(milliseconds);
  await tell(ground, '', { mood: 'by-hand' });
  return `${mood} for ${milliseconds} ms`;
};

async function lie(ground: Ground, believed: (told: string) => void): Promise<string> {
  const lies = (await tell(ground, '/lies', {})) as { what: string; status: number; code: string }[] | undefined;
  if (!lies) return 'lies: none, for another fault kept the portal from it';
  for (const { what, code } of lies) if (code === 'taken') believed(`The portal took ${what} from an agency's system.`);
  return `lies: ${lies.length}, each refused`;
}

async function letIn(ground: Ground, meddler: Meddler): Promise<boolean> {
  const known = await meddler.query(KNOWN);
  if (known.length > 0) return true;
  const [busiest] = await meddler.query<{ office: string; agency: string }>(BUSIEST);
  if (!busiest) return false;
  const { publicKey } = (await ask(ground, '', { method: 'GET' })) as { publicKey: MachineKey };
  const id = personaAccountId('chaos agency system');
  const [by, other] = [...ground.people.officers.values()].map(({ accountId }) => accountId);
  await meddler.query(ACCOUNT, [id]);
  await meddler.query(REGISTER, [id, busiest.agency, busiest.office, JSON.stringify(publicKey), thumbprintOf(publicKey), `${ground.settings.environment['SANDBOX_URL']}/agency-system/messages`, by, other]);
  await tell(ground, '', { mood: 'by-hand', secret: webhookSecretOf(ground.settings.environment['SESSION_SECRET'] ?? '', id) });
  return true;
}

const tell = (ground: Ground, path: string, said: object): Promise<unknown> => ask(ground, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) });

async function ask(ground: Ground, path: string, init: RequestInit): Promise<unknown> {
  const reply = await fetch(`http://127.0.0.1:${ground.settings.sandbox.port}/agency-system${path}`, { ...init, signal: AbortSignal.timeout(60_000) });
  if (reply.status === 503) return undefined;
  if (!reply.ok) throw new Error(`The back office answered ${reply.status}.`);
  return reply.json();
}
