import { libraryCard } from '@anuyat/licence-kit/testing';
import { approveCard, carryOut, reader, startTestRegistrar, submitCard, type TestRegistrar } from '@anuyat/registrar/testing';
import { BillClerk } from './bill-clerk';
import { RateKeeper } from './fee-rates';
import { billOf } from './testing/billed';

let running: TestRegistrar;
let keeper: RateKeeper;

beforeAll(async () => {
  running = await startTestRegistrar('fee-rates-spec');
  const source = { from: 'spec', isVerified: true, effectiveFrom: '2026-01-01' };
  const base = libraryCard();
  const texts = { th: { ...base.texts.th, 'rates.card': 'ค่าบัตร' }, en: { ...base.texts.en, 'rates.card': 'Card' } };
  const card = libraryCard({ code: 'rated-card', rates: [{ item: 'card', value: 20, source }], fees: [{ code: 'card', amount: 'rates.card', range: { min: 0, max: 1_000 }, source }], texts });
  await running.source.transaction((tx) => running.library.publish(tx, 'licence', card));
  keeper = new RateKeeper(running.source, running.library);
});
afterAll(() => running.close());

const rate = { licence: 'rated-card', item: 'card', payee: 'bma', value: 35.5, effectiveFrom: '2199-01-01', source: 'ข้อบัญญัติ', isVerified: true };
const fieldsOf = (wrong: object) => keeper.enter(reader, { ...rate, ...wrong }).then(() => undefined, (error: { details?: { fields?: { path: string; code: string }[] } }) => error.details?.fields?.map(({ path, code }) => [path, code]));

/** A bill of a card that was filed under the new licence type. */
async function bill(filedOn = '2026-11-23'): Promise<{ total: number; rates: unknown }> {
  const id = await submitCard(running);
  await running.source.query(`UPDATE application SET code = 'rated-card' WHERE id = $1`, [id]);
  await running.source.query(`UPDATE case_file SET received_at_legal = $2::date WHERE id = (SELECT case_id FROM application WHERE id = $1)`, [id, filedOn]);
  await approveCard(running, id);
  await carryOut(running, [new BillClerk(running.library, running.registrar, running.calendar)]);
  const { total } = await billOf(running, id);
  const [row] = await running.source.query(`SELECT rates FROM bill WHERE application_id = $1`, [id]);
  return { total, rates: row.rates };
}

describe('a rate', () => {
  it('that is entered holds from its day on, and no bill that was written changes', async () => {
    const before = await bill();
    expect(before).toEqual({ total: 2_000, rates: { card: 20 } });
    await keeper.enter(reader, rate);
    expect(running.library.rates.on({ code: 'rated-card' }, ['bma-1039-registry', 'bma'], '2198-12-31')).toEqual({});
    expect(running.library.rates.on({ code: 'rated-card' }, ['bma-1039-registry', 'bma'], '2199-01-01')).toEqual({ card: 35.5 });
    expect((await bill()).total).toBe(2_000);
    expect(await bill('2199-01-02')).toEqual({ total: 3_550, rates: { card: 35.5 } });
    const [first] = await running.source.query(`SELECT total FROM bill ORDER BY created_at LIMIT 1`);
    expect(first.total).toBe(before.total);
  });

  it('is listed with its name, who entered it and where it was read, beside the published one', async () => {
    await keeper.enter(reader, { ...rate, payee: '*', value: 25 });
    const [card] = (await keeper.read()).filter(({ licence }) => licence === 'rated-card');
    expect(card?.rates[0]).toMatchObject({ item: 'card', title: { en: 'Card' }, published: { value: 20 } });
    expect(card?.rates[0]?.entered[0]).toMatchObject({ payee: '*', payeeTitle: { en: 'Every office' }, value: 25, source: 'ข้อบัญญัติ', isVerified: true, by: { en: 'Reader' } });
  });

  it.each([
    ['of no such item', { item: 'cards' }, ['item', 'no-such-rate']],
    ['of no such licence', { licence: 'nothing' }, ['item', 'no-such-rate']],
    ['of no such office', { payee: 'nobody' }, ['payee', 'no-such-office']],
    ['that has begun already', { effectiveFrom: '2026-01-01' }, ['effectiveFrom', 'not-ahead']],
    ['from a day that is none', { effectiveFrom: '2199-02-30' }, ['effectiveFrom', 'no-such-day']],
    ['that ends before it begins', { effectiveTo: '2198-01-01' }, ['effectiveTo', 'before-it-begins']],
    ['too fine to be kept', { value: 0.00001 }, ['value', 'too-fine']],
  ])('%s is refused at its field', async (_, wrong, field) => {
    expect(await fieldsOf(wrong)).toEqual([field]);
  });

  it('can neither be changed nor removed by the portal', async () => {
    await expect(running.source.query(`UPDATE fee_rate SET value = 0`)).rejects.toThrow('permission denied');
    await expect(running.source.query(`DELETE FROM fee_rate`)).rejects.toThrow('permission denied');
  });
});
