import { getOffice } from './offices';
import { findSealer, sealerOf } from './sealer';

describe('who seals a paper', () => {
  it.each([
    ['lao-laem-chabang-sanitation', 'lao-laem-chabang', 'เทศบาลนครแหลมฉบัง'],
    ['lao-laem-chabang-building', 'lao-laem-chabang', 'เทศบาลนครแหลมฉบัง'],
    ['lao-si-racha-sanitation', 'lao-si-racha', 'เทศบาลเมืองศรีราชา'],
    ['pattaya-sanitation', 'pattaya', 'เมืองพัทยา'],
    ['bma-1039-sanitation', 'bma', 'กรุงเทพมหานคร'],
    ['ieat-amata-city-rayong-estate', 'ieat', 'การนิคมอุตสาหกรรมแห่งประเทศไทย'],
  ])('for %s: %s', (office, code, title) => {
    expect(sealerOf(getOffice(office))).toMatchObject({ code, title: { th: title } });
    expect(findSealer(code)).toMatchObject({ code, title: { th: title } });
  });

  it('is the authority itself where only its subdistrict is known', () => {
    const { code, title } = sealerOf(getOffice('lao-210605-revenue'));
    expect([code, title.th]).toEqual(['lao-210605', expect.stringMatching(/^[\u0e00-\u0e7f]/)]);
  });

  it('is nobody for a code that nobody has', () => {
    for (const code of ['', 'lao-', 'lao-999999', 'nobody', 'bma-1039', '__proto__', 'constructor']) expect(findSealer(code)).toBeUndefined();
  });
});
