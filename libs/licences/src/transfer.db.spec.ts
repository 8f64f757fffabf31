import { lifeOf } from '@anuyat/licence-kit';
import { approveCard, carryOut, deskOfficer, reader, send, startTestRegistrar, stranger, submitCase, type TestRegistrar } from '@anuyat/registrar/testing';
import { Issuer } from './issuer';
import { LicenceRegister } from './licences';
import { Renewer } from './renewer';
import { printedCard } from './testing/card';
import { TransferClerk } from './transfer-clerk';

let running: TestRegistrar;
let clerk: TransferClerk;
let number: string;
let lifeId: string;
const portal = { kind: 'portal', job: 'spec' } as const;
const source = { from: 'spec', isVerified: true, effectiveFrom: '2026-01-01' };

beforeAll(async () => {
  running = await startTestRegistrar('transfer-spec');
  const definition = { ...printedCard(), version: 2, life: { transfer: { needs: 'confirmation' as const, source } } };
  await running.source.transaction(async (tx) => {
    await running.library.publish(tx, 'licence', definition);
    await running.library.publish(tx, 'life', lifeOf(definition));
  });
  clerk = new TransferClerk(running.source, running.library, running.registrar);
  const { opened } = await submitCase(running, undefined, 1, { place: { subdistrict: '103901' } });
  const id = opened[0]?.applicationId ?? '';
  await running.source.query(`UPDATE application SET version = 2 WHERE id = $1`, [id]);
  await approveCard(running, id);
  await send(running, id, 'fee.paid', portal, { data: {} });
  await carryOut(running, [new Issuer(running.library, running.registrar, running.calendar)]);
  const [row]: { number: string; id: string }[] = await running.source.query(`SELECT life_of AS number, id FROM application WHERE life_of IS NOT NULL`);
  ({ number, id: lifeId } = row ?? { number: '', id: '' });
});
afterAll(() => running.close());

it('a licence goes to whoever accepts the offer, once the office has confirmed it', async () => {
  await expect(clerk.offer(stranger, number)).rejects.toMatchObject({ code: 'not-found' });
  const code = await clerk.offer(reader, number);
  expect(await clerk.read(code)).toMatchObject({ number, holder: 'สมหญิง' });
  await expect(clerk.read(`${code}x`)).rejects.toMatchObject({ code: 'not-found' });
  await expect(clerk.accept(reader, code)).rejects.toMatchObject({ code: 'not-allowed' });
  await clerk.accept(stranger, code);
  await expect(clerk.accept(stranger, code)).rejects.toMatchObject({ code: 'not-found' });
  const register = new LicenceRegister(running.source, running.library);
  expect((await register.ofAccount(stranger.accountId)).map((licence) => licence.number)).toEqual([]);

  await send(running, lifeId, 'transfer.confirmed', deskOfficer, { data: {} });
  await carryOut(running, [new Renewer(running.library, running.registrar)]);
  expect((await register.ofAccount(stranger.accountId)).map((licence) => [licence.number, licence.edition, licence.holder])).toEqual([[number, 2, stranger.name.th]]);
  expect(await register.ofAccount(reader.accountId)).toEqual([]);
  await expect(send(running, lifeId, 'cancelled', reader, { data: { on: '2026-11-30' } })).rejects.toMatchObject({ code: 'not-found' });
  await send(running, lifeId, 'cancelled', stranger, { data: { on: '2026-11-30' } });
});
