import { Allowances } from './allowances';
import { networkOf } from './network-of';

describe('an allowance', () => {
  const limit = { burst: 3, perMinute: 60 };

  it('gives the burst at once, then says how many seconds to wait', () => {
    const allowances = new Allowances(() => 0);
    expect([1, 2, 3].map(() => allowances.take('a', limit))).toEqual([0, 0, 0]);
    expect(allowances.take('a', limit)).toBe(1);
  });

  it('grows again with time and never beyond the burst', () => {
    let now = 0;
    const allowances = new Allowances(() => now);
    for (let i = 0; i < 3; i++) allowances.take('a', limit);
    now = 1_000;
    expect(allowances.take('a', limit)).toBe(0);
    expect(allowances.take('a', limit)).toBe(1);
    now = 3_600_000;
    expect([1, 2, 3, 4].map(() => allowances.take('a', limit))).toEqual([0, 0, 0, 1]);
  });

  it('is not used up by asking in vain', () => {
    let now = 0;
    const allowances = new Allowances(() => now);
    for (let i = 0; i < 50; i++) allowances.take('a', limit);
    now = 1_000;
    expect(allowances.take('a', limit)).toBe(0);
  });

  it('of one caller leaves the next one’s alone', () => {
    const allowances = new Allowances(() => 0);
    for (let i = 0; i < 9; i++) allowances.take('loud', limit);
    expect(allowances.take('quiet', limit)).toBe(0);
  });

  it('tells the whole time to wait when calls come slowly', () => {
    const allowances = new Allowances(() => 0);
    const rare = { burst: 1, perMinute: 2 };
    allowances.take('a', rare);
    expect(allowances.take('a', rare)).toBe(30);
  });

  it('takes bounded memory, and forgets the longest unused first', () => {
    const allowances = new Allowances(() => 0, 10);
    allowances.take('kept', { burst: 1, perMinute: 1 });
    for (let i = 0; i < 100; i++) {
      allowances.take(`key ${i}`, limit);
      allowances.take('kept', { burst: 1, perMinute: 1 });
    }
    expect(allowances.size).toBe(10);
    expect(allowances.take('kept', { burst: 1, perMinute: 1 })).toBeGreaterThan(0);
    expect(allowances.take('key 0', limit)).toBe(0);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['2001:db8::5', '2001:db8:0:0::/64'],
  ])('%s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});
