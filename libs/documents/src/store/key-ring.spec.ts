import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRing } from './key-ring';

const master = (name: string, fill: number) => `${name}:${Buffer.alloc(32, fill).toString('base64')}`;

describe('the ring of master keys', () => {
  const dataKey = randomBytes(32);

  it('opens with every key that is on it, and closes with the first', () => {
    const old = KeyRing.parse(master('k1', 1));
    const rotated = KeyRing.parse(`${master('k2', 2)}, ${master('k1', 1)}`);
    const wrapped = old.wrap(dataKey, 'a');
    expect(rotated.unwrap(wrapped, 'a')).toEqual(dataKey);
    expect(rotated.wrap(dataKey, 'a').key).toBe('k2');
    expect(wrapped.wrapped).not.toBe(old.wrap(dataKey, 'a').wrapped);
  });

  it('says which key is missing', () => {
    expect(() => KeyRing.parse(master('k2', 2)).unwrap(KeyRing.parse(master('k1', 1)).wrap(dataKey, 'a'), 'a')).toThrow('"k1" is not among VAULT_KEYS');
  });

  it('opens a data key for no other content, and with no other key of the same name', () => {
    const wrapped = KeyRing.parse(master('k1', 1)).wrap(dataKey, 'a');
    expect(() => KeyRing.parse(master('k1', 1)).unwrap(wrapped, 'b')).toThrow();
    expect(() => KeyRing.parse(master('k1', 9)).unwrap(wrapped, 'a')).toThrow();
  });

  it.each(['', 'k1', 'k1:short', `:${Buffer.alloc(32).toString('base64')}`, `${master('k1', 1)},${master('k1', 2)}`])('is not made of %p', (text) => {
    expect(() => KeyRing.parse(text)).toThrow('VAULT_KEYS');
  });

  it('is made once for a data directory, for its owner only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keys-'));
    const wrapped = KeyRing.open(folder).wrap(dataKey, 'a');
    expect(KeyRing.open(folder).unwrap(wrapped, 'a')).toEqual(dataKey);
    expect((await stat(join(folder, 'vault-keys'))).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });
});
