import { cleanPhone, formatPhone, isEmail, isThaiPhone, maskPhone } from './contact';

describe('telephone numbers', () => {
  it.each([['081 234-5678', '0812345678'], ['+66 81 234 5678', '0812345678'], ['๐๒ ๑๒๓ ๔๕๖๗', '021234567'], ['(038) 123456', '038123456']])('understands %s', (typed, digits) => {
    expect(cleanPhone(typed)).toBe(digits);
    expect(isThaiPhone(digits)).toBe(true);
  });

  it.each(['081234567', '1812345678', '0112345678', '08123456789', ''])('refuses %s', (digits) => {
    expect(isThaiPhone(digits)).toBe(false);
  });

  it('writes groups, and hides the middle from others', () => {
    expect(formatPhone('0812345678')).toBe('081-234-5678');
    expect(formatPhone('021234567')).toBe('02-123-4567');
    expect(maskPhone('0812345678')).toBe('08x-xxx-5678');
  });
});

describe('isEmail', () => {
  it.each(['somchai@example.co.th', 'a.b+c@example.com'])('accepts %s', (text) => expect(isEmail(text)).toBe(true));
  it.each(['somchai', 'a@b', 'a b@example.com', '@example.com', 'a@example..com', `${'a'.repeat(250)}@example.com`])('refuses %s', (text) => expect(isEmail(text)).toBe(false));
});
