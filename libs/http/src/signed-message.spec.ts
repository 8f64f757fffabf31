import { isSignedMessage, signMessage } from './signed-message';

const secret = 'a secret that only the bank and the portal know';
const body = '{"amount":"1250.00"}';
const at = new Date('2026-11-21T03:00:00Z');
const header = signMessage(secret, body, at);
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

describe('a signed message', () => {
  it('is taken as it was sent, for five minutes', () => {
    expect(isSignedMessage(secret, header, body, at)).toBe(true);
    expect(isSignedMessage(secret, header, Buffer.from(body), later(300))).toBe(true);
    expect(isSignedMessage(secret, header, body, later(301))).toBe(false);
  });

  it.each([
    ['another secret', () => isSignedMessage(`${secret}!`, header, body, at)],
    ['a changed amount', () => isSignedMessage(secret, header, body.replace('1250', '1'), at)],
    ['a changed time', () => isSignedMessage(secret, header.replace(/t=\d+/, `t=${at.getTime() / 1000 + 60}`), body, later(60))],
    ['a time to come', () => isSignedMessage(secret, signMessage(secret, body, later(600)), body, at)],
    ['no header', () => isSignedMessage(secret, undefined, body, at)],
    ['an empty header', () => isSignedMessage(secret, '', body, at)],
    ['a short signature', () => isSignedMessage(secret, header.slice(0, -2), body, at)],
    ['two signatures', () => isSignedMessage(secret, `${header},${header}`, body, at)],
  ])('is refused with %s', (_, check) => expect(check()).toBe(false));
});
