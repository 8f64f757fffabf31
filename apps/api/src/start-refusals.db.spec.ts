import { tmpdir } from 'node:os';
import type { EffectRef, LicenceDefinition, StateConfig } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { readConfiguration, type Configuration } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { startRegistrar, type RunningRegistrar } from '@anuyat/registrar';
import { createApi } from './create-api';
import { NoticesController } from './notices/notices.controller';
import { TasksController } from './desk/tasks.controller';
import { prepareDatabase } from './preparation/prepare-database';

/** A definition is proved whole before it is published, which takes a second on a machine with nothing else to do. */
const PROOFS_MS = 90_000;

let database: TestDatabase;
let configuration: Configuration;
let running: RunningRegistrar;
beforeAll(async () => {
  database = await createTestDatabase();
  const secret = 'x'.repeat(40);
  configuration = readConfiguration({
    DATABASE_URL: database.appUrl, PUBLIC_URL: 'http://localhost:4200', DATA_DIR: tmpdir(), OIDC_ISSUER: 'http://localhost:4201', OIDC_CLIENT_ID: 'anuyat',
    OIDC_CLIENT_SECRET: secret, SESSION_SECRET: secret, BANK_CALLBACK_SECRET: secret, SANDBOX_URL: 'http://localhost:4201',
  });
  running = await startRegistrar({ configuration, name: 'start-spec', onError: () => undefined });
}, 60_000);
afterAll(async () => {
  await running.close();
  await database.dispose();
});

const prepare = (...licences: LicenceDefinition[]): Promise<void> => prepareDatabase(configuration, running, { licences, appeals: [], journeys: [] });
const published = (): Promise<{ code: string; version: number }[]> => running.source.query(`SELECT code, version FROM definition WHERE kind = 'licence' ORDER BY code, version`);

/** The toy licence, made before its fee is paid. */
function unpaid(): LicenceDefinition {
  const definition = structuredClone(libraryCard());
  (definition.machine.states?.['awaitingPayment'] as StateConfig).entry?.push({ type: 'issueLicence', params: {} } as unknown as EffectRef);
  return definition;
}

describe('the start', () => {
  it('refuses a definition that does not prove, with the story of what would happen in both languages, and publishes nothing', async () => {
    const other = libraryCard({ code: 'another-card' });
    const refusal = prepare(other, unpaid());
    await expect(refusal).rejects.toThrow('Licence "library-card" version 1 cannot be published, for it breaks its promises:\n  nothing-issued-unpaid:\n');
    await expect(refusal).rejects.toThrow('and then the licence is issued although its fee was never paid.');
    await expect(refusal).rejects.toThrow('แล้วออกใบอนุญาตทั้งที่ยังไม่ได้ชำระค่าธรรมเนียม');
    expect(await published()).toEqual([]);
  }, PROOFS_MS);

  it('takes the mended one, and the same again at every later start', async () => {
    await prepare(libraryCard());
    await prepare(libraryCard());
    expect(await published()).toEqual([{ code: 'library-card', version: 1 }]);
  }, PROOFS_MS);

  it('refuses a published version with another content, and says what to do', async () => {
    const changed = libraryCard({ validity: { months: 24, renewal: 'by-fee' } });
    await expect(prepare(changed)).rejects.toThrow('licence "library-card" version 1 was published with another content. A published version never changes: give the new content version 2.');
    await prepare({ ...changed, version: 2 });
    expect(await published()).toEqual([{ code: 'library-card', version: 1 }, { code: 'library-card', version: 2 }]);
    expect(running.library.getLicence('library-card', 1).validity).toEqual({ months: 12, renewal: 'by-fee' });
  }, PROOFS_MS);

  it('refuses a later version that does not prove, and goes on with those that do', async () => {
    await expect(prepare({ ...unpaid(), version: 3 })).rejects.toThrow('version 3 cannot be published');
    expect(await published()).toHaveLength(2);
    expect(running.library.findNewestLicence('library-card')?.definition.version).toBe(2);
  }, PROOFS_MS);

  it('refuses a handler that says neither who may call it nor that it is public', async () => {
    const rules = [NoticesController, TasksController].map((controller) => [controller, Reflect.getMetadata('anuyat:access', controller) as unknown] as const);
    for (const [controller] of rules) Reflect.deleteMetadata('anuyat:access', controller);
    const refusal = createApi(configuration, running);
    await expect(refusal).rejects.toThrow('The portal does not start, because access to a handler is not decided:');
    await expect(refusal).rejects.toThrow(`POST /api/notices/read is open to nobody and to everybody: write @Allow('officer') or @Public() above read() in NoticesController.`);
    await expect(refusal).rejects.toThrow('GET /api/tasks/:id is open');
    for (const [controller, rule] of rules) Reflect.defineMetadata('anuyat:access', rule, controller);
  });
});
