import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { personaAccountId } from '@anuyat/identity';
import { maskEmail } from '@anuyat/mail';
import { personas } from '@anuyat/identity/personas';

/** Somebody with a session: what a browser of theirs sends. */
export interface Pass {
  accountId: string;
  name: string;
  cookie: string;
}

/** Everybody who takes part, signed in already. */
export interface People {
  applicants: Pass[];
  /** Officers by the code of their persona. */
  officers: Map<string, Pass>;
}

const ACCOUNT = `INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES ($1, 'chaos', $2, $3, $4) ON CONFLICT DO NOTHING`;
const ROLE = `INSERT INTO account_role (account_id, role) VALUES ($1, 'applicant')`;
const ADDRESS = `INSERT INTO mail_address (id, account_id, address, masked, mark, language, confirmed_at) VALUES (gen_random_uuid(), $1, $2, $3, decode(repeat('00', 32), 'hex'), $4, now())`;
const SESSION = `INSERT INTO session (id, account_id, expires_at, agent, ip, provider) VALUES ($1, $2, now() + interval '10 hours', 'chaos', '127.0.0.1', 'thaid')`;

/** Opens the accounts of so many applicants, with an address for letters each, and a session for each of them and for each officer of the sandbox. */
export async function letPeopleIn(client: pg.Client, count: number): Promise<People> {
  const applicants: Pass[] = [];
  for (let serial = 1; serial <= count; serial += 1) {
    const name = `applicant-${serial}`;
    const accountId = personaAccountId(`chaos ${name}`);
    await client.query(ACCOUNT, [accountId, name, `ผู้ยื่น ลำดับที่${serial}`, `Applicant Number-${serial}`]);
    await client.query(ROLE, [accountId]);
    await client.query(ADDRESS, [accountId, `${name}@example.com`, maskEmail(`${name}@example.com`), serial % 2 === 0 ? 'en' : 'th']);
    applicants.push({ accountId, name, cookie: await openSession(client, accountId) });
  }
  const officers = new Map<string, Pass>();
  for (const { hint, offices } of personas.filter((persona) => persona.offices.length > 0)) {
    const accountId = personaAccountId(hint);
    if (offices.length > 0) officers.set(hint, { accountId, name: hint, cookie: await openSession(client, accountId) });
  }
  return { applicants, officers };
}

async function openSession(client: pg.Client, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await client.query(SESSION, [createHash('sha256').update(token).digest(), accountId]);
  return `anuyat-session=${token}`;
}
