import { verifyHistory } from '@anuyat/registrar';
import { carryOut, reader, send, startTestRegistrar, type TestRegistrar } from '@anuyat/registrar/testing';
import { fileOrder, issue, publishOrder, refuse } from '../testing/waiting-case';
import { Dispatcher } from './dispatcher';

let running: TestRegistrar;
let dispatcher: Dispatcher;

beforeAll(async () => {
  running = await startTestRegistrar('dispatcher-spec');
  await publishOrder(running);
  dispatcher = new Dispatcher(running.library, running.registrar);
});
afterEach(async () => {
  await running.source.query(`UPDATE application SET status = 'withdrawn' WHERE status = 'waiting'`);
  await running.source.query(`UPDATE licence SET status = 'revoked'`);
});
afterAll(() => running.close());

const statusOf = async (id = '') => (await running.source.query(`SELECT status FROM application WHERE id = $1`, [id]))[0].status as string;
const eventsOf = async (id = ''): Promise<string[]> => (await running.source.query(`SELECT type FROM history WHERE application_id = $1 ORDER BY revision`, [id])).map(({ type }: { type: string }) => type);
const clocksOf = (id = '') => running.source.query(`SELECT name FROM timer WHERE application_id = $1`, [id]);
const look = () => carryOut(running, [dispatcher]);

describe('an application with a licence that comes first', () => {
  it('waits without a task and without a clock, while others go on', async () => {
    const { ids } = await fileOrder(running, ['company', 'permit', 'shop', 'kiosk']);
    expect(await Promise.all(['company', 'permit', 'shop', 'kiosk'].map((code) => statusOf(ids[code])))).toEqual(['in-review', 'in-review', 'waiting', 'in-review']);
    expect(await clocksOf(ids['shop'])).toEqual([]);
    expect(await running.source.query(`SELECT effect FROM outbox WHERE application_id = $1 AND effect <> 'announce'`, [ids['shop']])).toEqual([{ effect: 'reviewOrder' }]);
    await look();
    expect(await statusOf(ids['shop'])).toBe('waiting');
  });

  it('starts by itself when the last of them is issued, with its clocks from that day', async () => {
    const file = await fileOrder(running, ['company', 'permit', 'shop']);
    const shop = file.ids['shop'] ?? '';
    await issue(running, file, 'company');
    await look();
    expect(await statusOf(shop)).toBe('waiting');
    await issue(running, file, 'permit');
    await look();
    expect(await statusOf(shop)).toBe('in-review');
    expect(await eventsOf(shop)).toEqual(['submitted', 'prerequisites.met']);
    const [clock] = await running.source.query(`SELECT t.set_at = h.at AS "isOfTheStart" FROM timer t JOIN history h ON h.application_id = t.application_id AND h.type = 'prerequisites.met' WHERE t.application_id = $1`, [shop]);
    expect(clock).toEqual({ isOfTheStart: true });
    expect(await verifyHistory(running.source, shop, running.library.getLicence('shop', 1))).toBeUndefined();
  });

  it('starts once when two end at the same moment, and however often it is looked at', async () => {
    for (let round = 0; round < 5; round += 1) {
      const file = await fileOrder(running, ['company', 'permit', 'shop']);
      await look();
      await Promise.all([issue(running, file, 'company'), issue(running, file, 'permit')]);
      await Promise.all([look(), look(), dispatcher.lookAgain(running.source)]);
      expect(await eventsOf(file.ids['shop'])).toEqual(['submitted', 'prerequisites.met']);
    }
  });

  it('starts though every job was lost: what is not done is looked at again', async () => {
    const file = await fileOrder(running, ['company', 'shop']);
    await issue(running, file, 'company');
    await running.source.query(`DELETE FROM outbox`);
    expect(await statusOf(file.ids['shop'])).toBe('waiting');
    expect(await dispatcher.lookAgain(running.source)).toBe(1);
    expect(await statusOf(file.ids['shop'])).toBe('in-review');
    expect(await dispatcher.lookAgain(running.source)).toBe(0);
  });

  it('settles anew which offices have a part in it when it starts', async () => {
    const file = await fileOrder(running, ['company', 'shop']);
    const shop = file.ids['shop'] ?? '';
    const officesOf = async () => (await running.source.query(`SELECT offices -> 'vault' -> 'isLeftOut' AS out FROM application WHERE id = $1`, [shop]))[0].out as boolean | null;
    expect(await officesOf()).toBe(true);
    await running.source.query(`UPDATE case_file SET answers = jsonb_set(answers, '{wish,rareBooks}', '2') WHERE id = $1`, [file.caseId]);
    await issue(running, file, 'company');
    await look();
    expect(await officesOf()).toBeNull();
  });
});

describe('a licence that comes first and is not granted', () => {
  it('is told, and leaves the applicant to wait for a new one or to withdraw', async () => {
    const file = await fileOrder(running, ['company', 'permit', 'shop']);
    const shop = file.ids['shop'] ?? '';
    await refuse(running, file, 'company');
    await look();
    await look();
    expect(await eventsOf(shop)).toEqual(['submitted', 'prerequisites.failed']);
    expect(await running.source.query(`SELECT data FROM history WHERE application_id = $1 AND revision = 2`, [shop])).toEqual([{ data: { code: 'company', outcome: 'refused' } }]);
    expect(await running.source.query(`SELECT params FROM outbox WHERE application_id = $1 AND effect = 'tell'`, [shop])).toEqual([{ params: { notice: 'prerequisite-failed' } }]);
    await send(running, shop, 'withdrawn', reader);
    expect(await statusOf(shop)).toBe('withdrawn');
  });

  it('may come with another case of the same business: then what waited starts', async () => {
    const file = await fileOrder(running, ['company', 'shop']);
    await refuse(running, file, 'company');
    await look();
    const anew = await fileOrder(running, ['company'], [], '9');
    await issue(running, anew, 'company');
    await look();
    expect(await eventsOf(file.ids['shop'])).toEqual(['submitted', 'prerequisites.failed', 'prerequisites.met']);
  });

  it('does not come from a case of another place', async () => {
    const file = await fileOrder(running, ['permit', 'shop']);
    await refuse(running, file, 'permit');
    const elsewhere = await fileOrder(running, ['permit'], [], '9');
    await issue(running, elsewhere, 'permit');
    await look();
    expect(await statusOf(file.ids['shop'])).toBe('waiting');
    const here = await fileOrder(running, ['permit'], [], '1');
    await issue(running, here, 'permit');
    await look();
    expect(await statusOf(file.ids['shop'])).toBe('in-review');
  });

  it('that is granted but not valid any more starts nothing', async () => {
    const file = await fileOrder(running, ['company', 'shop']);
    await issue(running, file, 'company');
    await running.source.query(`UPDATE licence SET status = 'revoked' WHERE case_id = $1`, [file.caseId]);
    await look();
    expect(await statusOf(file.ids['shop'])).toBe('waiting');
  });
});
