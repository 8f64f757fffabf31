import { findWebhookAddress, webhookHostsFrom } from './webhook-address';
import { isMessageSigned, signMessageTo, webhookSecretOf } from './webhook-signature';

/** Where nobody is to be led, in every way of writing it that a parser somewhere understands. */
const hostileAddresses = [
  'https://127.0.0.1/hook', 'https://127.1/hook', 'https://0x7f.1/hook', 'https://0x7f000001/hook', 'https://2130706433/hook', 'https://0177.0.0.1/hook', 'https://017700000001/hook', 'https://0/hook',
  'https://[::1]/hook', 'https://[::ffff:7f00:1]/hook', 'https://[::ffff:127.0.0.1]/hook', 'https://[fe80::1]/hook', 'https://[fd00:ec2::254]/hook', 'https://169.254.169.254/latest/meta-data', 'https://10.0.0.5/hook', 'https://192.168.1.1/hook', 'https://172.16.0.1/hook', 'https://100.64.0.1/hook',
  'https://localhost/hook', 'https://LOCALHOST/hook', 'https://localhost./hook', 'https://office.ieat.example.evil.example/hook', 'https://evil.example/office.ieat.example', 'https://office.ieat.example@evil.example/hook', 'https://evil.example#@office.ieat.example/', 'https://evil.example?@office.ieat.example/',
  'https://office.ieat.example:pw@office.ieat.example/hook', 'https://office.ieat.example\\@evil.example/hook', 'https:\\\\office.ieat.example/hook', 'https:office.ieat.example/hook', '//office.ieat.example/hook', 'http://office.ieat.example/hook', 'ftp://office.ieat.example/hook', 'file:///etc/passwd', 'gopher://office.ieat.example/1', 'javascript:alert(1)', 'data:text/plain,x',
  'https://office.ieat.example:22/hook', 'https://office.ieat.example:99999/hook', 'https://office.ieat.example./hook', 'https://OFFICE.IEAT.EXAMPLE/hook', 'https://office。ieat。example/hook', 'https://ｏffice.ieat.example/hook', 'https://office.ieat.example/%00', 'https://office.ieat.example/../../hook', 'https://office.ieat.example/%2e%2e/hook', 'https://office.ieat.example/hook\r\nx: y', ' https://office.ieat.example/hook', 'https://xn--office-ieat.example/hook', '', 'office.ieat.example',
];

const hosts = { allowed: ['office.ieat.example', 'office.ieat.example:8443', '127.0.0.1', 'sandbox.local:4201'], plain: ['sandbox.local'] };

describe('the address of an agency’s system', () => {
  it.each(hostileAddresses)('is not %s', (address) => expect(findWebhookAddress(address, hosts)).toBeUndefined());

  it.each(['https://office.ieat.example/hook', 'https://office.ieat.example', 'https://office.ieat.example:443/a/b?c=d', 'https://office.ieat.example:8443/hook', 'http://sandbox.local:4201/agency-system/hook'])('may be %s, where the operator allowed its host', (address) => expect(findWebhookAddress(address, hosts)?.href).toBe(new URL(address).href));

  it('is none where the operator allowed nobody; while stand-ins play the outside world, theirs is one', () => {
    expect(findWebhookAddress('https://office.ieat.example/hook', webhookHostsFrom({ AGENCY_HOSTS: [], PLAIN_HOSTS: [] }))).toBeUndefined();
    expect(findWebhookAddress('http://localhost:4201/hook', webhookHostsFrom({ AGENCY_HOSTS: [], PLAIN_HOSTS: [], SANDBOX_URL: 'http://localhost:4201' }))?.port).toBe('4201');
  });
});

describe('the signature of a message', () => {
  const at = new Date(1_614_265_330_000);

  it('is the one that the reference library of Standard Webhooks makes in its tests', () => {
    const headers = signMessageTo('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at, body: '{"test": 2432232314}' });
    expect(headers).toEqual({ 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' });
  });

  it('holds for these bytes, this id and five minutes, with the system’s own secret', () => {
    const secret = webhookSecretOf('a session secret of more than thirty-two letters', 'a');
    const headers = signMessageTo(secret, { id: 'm', at, body: '{}' });
    expect(isMessageSigned(secret, headers, '{}', at)).toBe(true);
    expect(isMessageSigned(secret, { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }, '{}', at)).toBe(true);
    expect(isMessageSigned(webhookSecretOf('a session secret of more than thirty-two letters', 'b'), headers, '{}', at)).toBe(false);
    expect(isMessageSigned(secret, headers, '{ }', at)).toBe(false);
    expect(isMessageSigned(secret, { ...headers, 'webhook-id': 'n' }, '{}', at)).toBe(false);
    expect(isMessageSigned(secret, headers, '{}', new Date(at.getTime() + 301_000))).toBe(false);
    expect(isMessageSigned(secret, {}, '{}', at)).toBe(false);
  });
});
