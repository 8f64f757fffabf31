import { Refusal } from '@anuyat/contract';
import { readBankConfirmation } from './bank-confirmation';

const told = { transactionId: 'SBX1', payeeProxyId: '099300009999100', billPaymentRef1: 'C69012100004211', billPaymentRef2: 'A1B2', amount: '1250.00' };

function fieldOf(body: unknown): string | undefined {
  try {
    readBankConfirmation(body);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'bad-request') throw error;
    return error.details.fields?.[0]?.path;
  }
}

describe('a bank’s confirmation', () => {
  it('is read as the transaction, whom it paid, the references and satang, and kept as it came', () => {
    expect(readBankConfirmation(told)).toEqual({ transactionId: 'SBX1', billerId: '099300009999100', ref1: 'C69012100004211', ref2: 'A1B2', amount: 125_000, raw: told });
  });

  it.each([
    ['1250.00', 125_000],
    ['1250', 125_000],
    ['1250.5', 125_050],
    ['0.05', 5],
    ['0.29', 29],
    ['1.15', 115],
    ['4.35', 435],
    ['0', 0],
    [27.5, 2_750],
    [1_250, 125_000],
    ['999999999999.99', 99_999_999_999_999],
  ])('of %p baht comes to %d satang', (amount, satang) => {
    expect(readBankConfirmation({ ...told, amount }).amount).toBe(satang);
  });

  it.each(['', '-1', '+1', '1.001', '1,250.00', '1e3', ' 12', '12.', '.5', '๑๒', 'NaN', 1e21, -5, null, undefined, {}, ['12'], true, '1'.repeat(13)])('with the amount %p is refused', (amount) => {
    expect(fieldOf({ ...told, amount })).toBe('amount');
  });

  it.each(['transactionId', 'billPaymentRef1'])('without %s is refused', (name) => {
    expect(fieldOf({ ...told, [name]: undefined })).toBe(name);
    expect(fieldOf({ ...told, [name]: '' })).toBe(name);
    expect(fieldOf({ ...told, [name]: 'x'.repeat(101) })).toBe(name);
    expect(fieldOf({ ...told, [name]: 'a\u0000b' })).toBe(name);
    expect(fieldOf({ ...told, [name]: { $ne: '' } })).toBe(name);
  });

  it('may leave out the biller and the second reference', () => {
    expect(readBankConfirmation({ ...told, payeeProxyId: '', billPaymentRef2: undefined })).toMatchObject({ billerId: null, ref2: null });
  });

  it.each([null, undefined, 'text', 7, []])('that is %p is refused', (body) => {
    expect(fieldOf(body)).toBe('');
  });
});
