import { Readable } from 'node:stream';
import { Clamd } from '@anuyat/documents';
import { startScannerStandIn } from '../../../sandbox/src/scanner/scanner-stand-in';

describe('the stand-in for a scanner', () => {
  it('says in its name what it is, and finds the test file only', async () => {
    const scanner = await startScannerStandIn();
    const clamd = new Clamd(scanner.url, 2_000);
    expect(await clamd.version()).toContain('EICAR test file only');
    expect(await clamd.scan(Readable.from([Buffer.from('plan')]))).toEqual({ is: 'clean' });
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
    expect(await clamd.scan(Readable.from([...eicar].map((letter) => Buffer.from(letter))))).toEqual({ is: 'infected', found: 'Eicar-Test-Signature' });
    await scanner.close();
    await expect(clamd.version()).rejects.toThrow('clamd could not be asked');
  });
});
