import { carryOut, deskOfficer, refuse, send, startTestRegistrar, submitCard, type TestRegistrar } from '@anuyat/registrar/testing';
import { verifyHistory } from '@anuyat/registrar';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { DecisionWatch } from './decision-watch';
import { DelayList } from './delay-list';
import { DelayRegister } from './delay-register';

let running: TestRegistrar;
const failures: Error[] = [];

beforeAll(async () => {
  running = await startTestRegistrar('decision-watch-spec');
});
afterEach(() => running.source.query(`DELETE FROM outbox`));
afterAll(() => running.close());

const watch = () => new DecisionWatch(running.source, running.registrar, running.calendar, (error) => failures.push(error));
const untold = async (): Promise<number> => (await new DelayList(running.source, running.library).page(undefined, 1)).counts.untoldDecisions;

async function refusedCard(daysAgo: number): Promise<string> {
  const id = await submitCard(running);
  await send(running, id, 'desk.accepted', deskOfficer);
  await refuse(running, id, 'desk', deskOfficer);
  await running.source.query(`UPDATE outbox SET created_at = now() - make_interval(days => $2) WHERE application_id = $1 AND effect = 'tell'`, [id, daysAgo]);
  return id;
}

describe('a decision', () => {
  it('that waits to be told for less than seven days is nobody’s fault', async () => {
    await refusedCard(5);
    expect(await watch().look()).toBe(0);
  });

  it('that was not told in seven days goes into the history, though the application has ended, and to the administrators, once', async () => {
    const id = await refusedCard(9);
    expect([await watch().look(), await watch().look()]).toEqual([1, 0]);
    await carryOut(running, [new DelayRegister()]);
    const [line] = await running.source.query(`SELECT type, data FROM history WHERE application_id = $1 ORDER BY revision DESC LIMIT 1`, [id]);
    expect(line).toMatchObject({ type: 'decision.untold', data: { notice: 'refused' } });
    expect(await untold()).toBe(1);
    expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
    await running.source.query(`DELETE FROM outbox WHERE application_id = $1`, [id]);
    await watch().look();
    expect(await untold()).toBe(0);
  });

  it('that was told at once is not looked for', async () => {
    const id = await refusedCard(30);
    await running.source.query(`DELETE FROM outbox WHERE application_id = $1 AND effect = 'tell'`, [id]);
    expect(await watch().look()).toBe(0);
    expect(failures).toEqual([]);
  });
});
