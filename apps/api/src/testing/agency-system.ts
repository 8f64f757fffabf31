import { bangkokDate } from '@anuyat/dictionary';
import { personaAccountId } from '@anuyat/identity';
import { must } from '../cases/testing/walk';
import type { TestPortal } from './start-test-portal';
import { SystemCaller } from './system-caller';

/** The day that many days from now, in Thailand. */
export const dayIn = (days: number): string => bangkokDate(new Date(Date.now() + days * 86_400_000));

/** Who else looks after the agency's people. */
export async function secondAdministrator(portal: TestPortal, hint = 'central-people', agency = 'ieat'): Promise<string> {
  await portal.running.source.query(`INSERT INTO agency_administrator (account_id, agency) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM agency_administrator WHERE account_id = $1 AND agency = $2)`, [personaAccountId(hint), agency]);
  return hint;
}

/** What is registered of a system, unless something else is said. */
export function registrationOf(system: SystemCaller, more: object = {}): object {
  return { name: { th: 'ระบบสารบรรณนิคม', en: 'Estate back office' }, contact: 'it@ieat.example.go.th', offices: ['ieat-amata-city-rayong-estate'], key: system.publicKey, from: dayIn(0), until: dayIn(300), ...more };
}

/** A system of IEAT that one administrator registered and another confirmed. */
export async function workingSystem(portal: TestPortal, more: object = {}, kind: 'ed25519' | 'p-256' = 'ed25519'): Promise<SystemCaller & { id: string }> {
  const other = await secondAdministrator(portal);
  const system = new SystemCaller(portal.url, kind);
  const { id } = must(await portal.call<{ id: string }>('ieat-people', 'POST', '/api/people/agencies/ieat/systems', registrationOf(system, more)), 201);
  must(await portal.call(other, 'POST', `/api/people/systems/${id}/confirm`), 204);
  return Object.assign(system, { id });
}
