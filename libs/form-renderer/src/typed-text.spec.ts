import { TypedText } from './typed-text';

describe('what stands in a field', () => {
  it('is what was typed, although the answer is cleaned', () => {
    const typed = new TypedText();
    typed.keep('nameEn', 'Khrua ', 'Khrua');
    typed.keep('lat', '13.', 13);
    expect([typed.show('nameEn', 'Khrua'), typed.show('lat', 13)]).toEqual(['Khrua ', '13.']);
  });

  it('is the answer once that came from elsewhere', () => {
    const typed = new TypedText();
    typed.keep('nameEn', 'Khrua ', 'Khrua');
    expect([typed.show('nameEn', 'Rim Le'), typed.show('nameEn', undefined), typed.show('areaSqm', 60)]).toEqual(['Rim Le', '', '60']);
  });
});
