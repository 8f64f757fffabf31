import { uuidv7 } from 'uuidv7';
import type { DataSource } from 'typeorm';
import { keyHolder } from './actor-record';
import { JointReader } from './joint-reader';
import { deskOfficer, send, startTestRegistrar, submitCard, type TestRegistrar } from './testing';

let running: TestRegistrar;

beforeAll(async () => {
  running = await startTestRegistrar('joint-reader-spec');
});
afterAll(() => running.close());

/** The data source, with a count of the connections that were asked for. */
function counted(source: DataSource): { source: DataSource; readonly asked: number } {
  let asked = 0;
  const handler: ProxyHandler<DataSource> = {
    get: (target, name) => {
      if (name !== 'createQueryRunner') return Reflect.get(target, name, target) as unknown;
      asked += 1;
      return target.createQueryRunner.bind(target);
    },
  };
  return { source: new Proxy(source, handler), get asked() { return asked; } };
}

const sought = (id: string, key?: string) => ({ id, actor: keyHolder(deskOfficer), key });

describe('a joint reader', () => {
  it('gives everybody their own application in one round trip, and nothing for one that is not there', async () => {
    const ids = [await submitCard(running), await submitCard(running), await submitCard(running)];
    const through = counted(running.source);
    const reader = new JointReader(through.source);
    const found = await Promise.all([...ids, uuidv7(), ids[0] ?? ''].map((id) => reader.find(sought(id))));
    expect(found.map((row) => row?.id)).toEqual([...ids, undefined, ids[0]]);
    expect(through.asked).toBe(1);
  });

  it('tells those apart who ask for the same application with keys of their own', async () => {
    const id = await submitCard(running);
    await send(running, id, 'desk.accepted', deskOfficer, { key: 'used' });
    const reader = new JointReader(running.source);
    const [used, unused, none] = await Promise.all([reader.find(sought(id, 'used')), reader.find(sought(id, 'unused')), reader.find(sought(id))]);
    expect([used?.kept?.reply, unused?.kept, none?.kept]).toEqual([expect.objectContaining({ applicationId: id, revision: 2 }), null, null]);
    expect([used?.revision, unused?.revision, none?.revision]).toEqual([2, 2, 2]);
  });

  it('reads the same alone as together', async () => {
    const id = await submitCard(running);
    const reader = new JointReader(running.source);
    const alone = await reader.find(sought(id));
    const [together] = await Promise.all([reader.find(sought(id)), reader.find(sought(uuidv7()))]);
    expect({ ...together, now: null }).toEqual({ ...alone, now: null });
  });

  it('tells all who wait when the database cannot be read, and reads again afterwards', async () => {
    const id = await submitCard(running);
    let isAway = true;
    const handler: ProxyHandler<DataSource> = {
      get: (target, name) => {
        if (name === 'createQueryRunner' && isAway) throw new Error('away');
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    };
    const reader = new JointReader(new Proxy(running.source, handler));
    const outcomes = await Promise.allSettled([reader.find(sought(id)), reader.find(sought(id))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect((await reader.find(sought(id)))?.id).toBe(id);
  });
});
