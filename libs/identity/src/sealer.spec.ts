import { createHash } from 'node:crypto';
import { Sealer } from './sealer';
import { openPending, pendingCookieName, sealPending, type PendingSignIn } from './sign-in/pending-sign-in';

const sealer = new Sealer('a secret of at least thirty-two letters');

describe('the sealer', () => {
  it('gives back what it sealed, and seals the same text differently each time', () => {
    const [one, two] = [sealer.seal('personal-id', '8999900000011'), sealer.seal('personal-id', '8999900000011')];
    expect(sealer.open('personal-id', one)).toBe('8999900000011');
    expect(one.equals(two)).toBe(false);
    expect(one.toString('latin1')).not.toContain('8999900000011');
  });

  it('opens nothing that was changed, cut, sealed for another purpose or with another secret', () => {
    const sealed = sealer.seal('personal-id', '8999900000011');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(sealer.open('personal-id', changed)).toBeUndefined();
    }
    expect(sealer.open('personal-id', sealed.subarray(0, -1))).toBeUndefined();
    expect(sealer.open('personal-id', Buffer.alloc(0))).toBeUndefined();
    expect(sealer.open('sign-in', sealed)).toBeUndefined();
    expect(new Sealer('another secret of at least thirty-two').open('personal-id', sealed)).toBeUndefined();
  });
});

describe('a fingerprint', () => {
  const number = '8999900000011';

  it('finds the same text again, and is no hash that anybody could make without the secret', () => {
    const mark = sealer.fingerprint('personal-id', number);
    expect(sealer.fingerprint('personal-id', number)).toEqual(mark);
    expect(sealer.fingerprint('personal-id', '8999900000029')).not.toEqual(mark);
    expect(new Sealer('another secret of at least thirty-two').fingerprint('personal-id', number)).not.toEqual(mark);
    expect(mark).not.toEqual(createHash('sha256').update(number).digest());
  });
});

describe('a sign-in under way', () => {
  const pending: PendingSignIn = { provider: 'thaid', state: 'state-of-this-one', nonce: 'n', codeVerifier: 'v', redirectUri: 'http://localhost:4200/api/auth/callback', returnTo: '/my', expiresAt: 1_000 };
  const cookie = sealPending(sealer, pending);

  it('is taken up by the browser that began it', () => {
    expect(openPending(sealer, cookie, 'state-of-this-one', 999)).toEqual(pending);
  });

  it.each([
    ['no cookie', undefined, 'state-of-this-one', 0],
    ['a cookie of one’s own making', Buffer.from(JSON.stringify(pending)).toString('base64url'), 'state-of-this-one', 0],
    ['another state', cookie, 'state-of-another', 0],
    ['no time left', cookie, 'state-of-this-one', 1_000],
  ])('is not taken up with %s', (_, value, state, now) => {
    expect(openPending(sealer, value, state, now)).toBeUndefined();
  });

  it('has a cookie of its own, so that two windows do not disturb each other', () => {
    expect(pendingCookieName('__Host-', 'abcdefghijkl')).not.toBe(pendingCookieName('__Host-', 'zyxwvutsrqpo'));
  });
});
