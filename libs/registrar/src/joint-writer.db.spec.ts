import { createDataSource } from '@anuyat/database';
import { libraryCard } from '@anuyat/licence-kit/testing';
import type { DataSource } from 'typeorm';
import { Registrar } from './registrar';
import { verifyHistory } from './history-verifier';
import type { Reception } from './reception';
import { deskOfficer, reader, startTestRegistrar, submitCard, vaultOfficer, type TestRegistrar } from './testing';

let running: TestRegistrar;

beforeAll(async () => {
  running = await startTestRegistrar('joint-writer-spec');
});
afterAll(() => running.close());

/** A door of its own, with a count of the connections that it asked for. */
function countedDoor(): { door: Registrar; readonly asked: number } {
  let asked = 0;
  const handler: ProxyHandler<DataSource> = {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'createQueryRunner') asked += 1;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  };
  const door = new Registrar(new Proxy(running.source, handler), running.library, running.calendar, { wake: () => undefined });
  return { door, get asked() { return asked; } };
}

const accepted = (applicationId: string, more: Partial<Reception> = {}): Reception => ({ applicationId, type: 'desk.accepted', actor: deskOfficer, ...more });
const cards = (count: number): Promise<string[]> => Promise.all(Array.from({ length: count }, () => submitCard(running)));
const revisionOf = async (id: string): Promise<number> => (await running.source.query(`SELECT revision FROM application WHERE id = $1`, [id]))[0].revision;

describe('the events of a moment', () => {
  it('are read with one statement and written with one, each with its own history, clocks and key', async () => {
    const ids = await cards(5);
    const counted = countedDoor();
    const taken = await Promise.all(ids.map((id) => counted.door.receive(accepted(id, { key: `together-${id}` }))));
    expect(taken.map(({ applicationId, revision }) => [applicationId, revision])).toEqual(ids.map((id) => [id, 2]));
    expect(counted.asked).toBe(2);
    for (const id of ids) {
      expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
      expect(await counted.door.receive(accepted(id, { key: `together-${id}` }))).toMatchObject({ revision: 2 });
    }
  });

  it('may do different things to clocks', async () => {
    const [asked = '', withdrawn = '', inspected = ''] = await cards(3);
    const { door } = countedDoor();
    await Promise.all([
      door.receive({ applicationId: asked, type: 'vault.accepted', actor: vaultOfficer }),
      door.receive({ applicationId: withdrawn, type: 'withdrawn', actor: reader }),
      door.receive(accepted(inspected)),
    ]);
    const clocks = await running.source.query(`SELECT application_id AS id, count(*) FILTER (WHERE stopped_at IS NULL)::int AS left FROM timer WHERE application_id = ANY($1) GROUP BY 1`, [[asked, withdrawn]]);
    expect(clocks).toEqual(expect.arrayContaining([{ id: withdrawn, left: 0 }]));
    expect(clocks.find(({ id }: { id: string }) => id === asked).left).toBeGreaterThan(0);
    for (const id of [asked, withdrawn, inspected]) expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
  });

  it('do not wait for an application that somebody else holds', async () => {
    const [held = '', ...free] = await cards(4);
    const { door } = countedDoor();
    const holder = running.source.createQueryRunner();
    await holder.startTransaction();
    await holder.query(`SELECT FROM application WHERE id = $1 FOR UPDATE`, [held]);
    const waits = door.receive(accepted(held));
    await Promise.all(free.map((id) => door.receive(accepted(id))));
    expect(await revisionOf(held)).toBe(1);
    await holder.rollbackTransaction();
    await holder.release();
    expect(await waits).toMatchObject({ applicationId: held, revision: 2 });
  });

  it('take one of two for the same application, and tell the other what it finds', async () => {
    const [id = ''] = await cards(1);
    const { door } = countedDoor();
    const outcomes = await Promise.allSettled([door.receive(accepted(id)), door.receive(accepted(id))]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'event-not-accepted' } });
    expect(await revisionOf(id)).toBe(2);
  });

  it('fail for one without failing for the others', async () => {
    const [first = '', second = '', third = ''] = await cards(3);
    const { door } = countedDoor();
    const outcomes = await Promise.allSettled([
      door.receive(accepted(first, { key: 'same' })),
      door.receive(accepted(second, { key: 'same' })),
      door.receive(accepted(third, { key: 'other' })),
    ]);
    expect(outcomes[2]).toMatchObject({ status: 'fulfilled' });
    expect(outcomes.slice(0, 2).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'key-reused' } });
    expect((await revisionOf(first)) + (await revisionOf(second))).toBe(3);
  });

  it('are tried alone when the database takes their statement back because of others', async () => {
    const ids = await cards(3);
    const owner = await createDataSource(running.database.ownerUrl, 'joint-writer-owner').initialize();
    await owner.query(`CREATE SEQUENCE taken_back`);
    await owner.query(`
      CREATE FUNCTION take_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN IF nextval('taken_back') = 1 THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF; RETURN NEW; END $$`);
    await owner.query(`CREATE TRIGGER take_back BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION take_back()`);
    const { door } = countedDoor();
    const outcomes = await Promise.allSettled(ids.map((id) => door.receive(accepted(id))));
    await owner.query(`DROP TRIGGER take_back ON history`);
    await owner.destroy();
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });
});
