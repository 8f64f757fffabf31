import type { PersonActor } from '@anuyat/contract';
import { createDataSource } from '@anuyat/database';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import type { DataSource } from 'typeorm';
import { assertRoom } from './room';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.appUrl, 'room-spec').initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.dispose();
});

const [account, draft, filed] = ['00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000c1', '00000000-0000-7000-8000-0000000000c2'];
const actor: PersonActor = { kind: 'person', accountId: account ?? '', name: { th: 'ก', en: 'A' }, roles: ['applicant'], offices: [], territories: [], companies: [] };

it('an account has room for so many files and bytes in drafts and vaults; what was filed does not count', async () => {
  await source.query(`INSERT INTO account (id, issuer, subject, name_th, name_en, claims) VALUES ($1, 'spec', 'spec', 'ก', 'A', '{}')`, [account]);
  for (const [id, submitted] of [[draft, null], [filed, '2026-11-01']] as const) {
    await source.query(`INSERT INTO case_file (id, account_id, applicant_name, journey, journey_version, status, answers, licences, submitted_at) VALUES ($1, $2, 'ก', 'x', 1, $3, '{}', '[]', $4)`, [id, account, submitted ? 'submitted' : 'draft', submitted]);
    for (const letter of ['a', 'b']) await source.query(`INSERT INTO document (id, case_id, code, file_name, kind, bytes, sha256, uploaded_by) VALUES (gen_random_uuid(), $1, 'plan', 'x.pdf', 'application/pdf', 40, $2, $3)`, [id, letter.repeat(64), account]);
  }
  const ask = (bytes: number, most: { files: number; bytes: number }) => assertRoom(source.manager, actor, bytes, most);
  await expect(ask(20, { files: 3, bytes: 100 })).resolves.toBeUndefined();
  await expect(ask(21, { files: 3, bytes: 100 })).rejects.toMatchObject({ code: 'room-full' });
  await expect(ask(1, { files: 2, bytes: 1_000 })).rejects.toMatchObject({ code: 'room-full' });
  await expect(ask(100, { files: 1, bytes: 100 })).rejects.toMatchObject({ code: 'room-full' });
  await expect(assertRoom(source.manager, { ...actor, accountId: draft ?? '' }, 100, { files: 1, bytes: 100 })).resolves.toBeUndefined();
});
