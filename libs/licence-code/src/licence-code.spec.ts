import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { checkLicenceCode, writeLicenceCode, type CodedLicence } from './licence-code';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = { kid: 'AAECAwQFBgcICQoL', agency: 'bma', x: publicKey.export({ format: 'jwk' }).x ?? '' };
const licence: CodedLicence = {
  number: 'FPL-BMA1039SANITATION-2569-00012', edition: 1, code: 'food-premises-large', agency: 'bma', holder: 'นางสาวน้ำทิพย์ ปั้นญี่ปุ่น', businessName: 'ครัวน้ำใส',
  place: 'แขวงคลองเตยเหนือ เขตวัฒนา กรุงเทพมหานคร', issuedOn: '2026-11-22', validUntil: '2027-11-21', statusIndex: 12,
};
const write = (of: CodedLicence) => writeLicenceCode(of, key.kid, (bytes) => Promise.resolve(sign(null, bytes, privateKey)));

describe('the code of a paper', () => {
  it('says what was signed, whatever letters are in it', async () => {
    const name = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(name, name, fc.boolean(), async (holder, place, isEndless) => {
        const said = { ...licence, holder, place, validUntil: isEndless ? null : '2027-11-21' };
        expect(checkLicenceCode(await write(said), [key])).toEqual({ isGenuine: true, licence: said, kid: key.kid });
      }),
      { numRuns: 12 },
    );
  });

  it('is short enough for a small QR code: Thai takes one byte a letter', async () => {
    expect((await write(licence)).length).toBeLessThan(750);
  });

  it('is found out when any digit was changed, left out or added', async () => {
    const digits = await write(licence);
    for (let at = 0; at < digits.length; at += 17) {
      const other = String((Number(digits[at]) + 1 + (at % 9)) % 10);
      expect(checkLicenceCode(digits.slice(0, at) + other + digits.slice(at + 1), [key]).isGenuine).toBe(false);
    }
    for (const forged of [digits.slice(1), digits.slice(0, -1), `0${digits}`, `${digits}0`, '', '7', 'ก', '9'.repeat(5_000)]) expect(checkLicenceCode(forged, [key]).isGenuine).toBe(false);
  });

  it('is not believed without its key, nor when an agency’s key speaks for another agency', async () => {
    expect(checkLicenceCode(await write(licence), [])).toEqual({ isGenuine: false, why: 'unknown-key', kid: key.kid });
    expect(checkLicenceCode(await write({ ...licence, agency: 'excise' }), [key])).toEqual({ isGenuine: false, why: 'forged', kid: key.kid });
  });
});
