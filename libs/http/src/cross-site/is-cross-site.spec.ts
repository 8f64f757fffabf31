import { isCrossSite } from './is-cross-site';
import { hasWrongType } from './has-wrong-type';
import { Origins } from './origins';

const origins = new Origins({ publicUrl: 'https://anuyat.example.go.th', port: 4200 });

describe('a state-changing request', () => {
  it.each([
    ['of a script, with neither header', {}, false],
    ['of the portal’s own page', { 'sec-fetch-site': 'same-origin', origin: 'https://anuyat.example.go.th' }, false],
    ['of the portal’s own page on this machine', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4200' }, false],
    ['typed or bookmarked by the person', { 'sec-fetch-site': 'none' }, false],
    ['of an old browser on the portal', { origin: 'http://127.0.0.1:4200' }, false],
    ['of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, true],
    ['of a neighbour under the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://other.example.go.th' }, true],
    ['of another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:4201' }, true],
    ['with a word that no browser says', { 'sec-fetch-site': 'friendly' }, true],
    ['of another site in an old browser', { origin: 'https://evil.example' }, true],
    ['of a sandboxed frame', { origin: 'null' }, true],
    ['of an origin that only begins like the portal', { origin: 'https://anuyat.example.go.th.evil.example' }, true],
    ['over http where the portal is https', { origin: 'http://anuyat.example.go.th' }, true],
    ['claiming to be same-origin from a foreign origin', { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, true],
  ])('%s', (_, headers, expected) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']) expect(isCrossSite(method, headers, origins)).toBe(expected);
  });

  it('is not looked for in reading', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(isCrossSite(method, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, origins)).toBe(false);
  });
});

describe('the type of a body', () => {
  const withBody = { 'content-length': '2' };
  it.each([
    ['JSON', { ...withBody, 'content-type': 'application/json; charset=utf-8' }, false],
    ['an upload', { ...withBody, 'content-type': 'multipart/form-data; boundary=x' }, false],
    ['nothing at all', { 'content-type': 'text/plain' }, false],
    ['plain text', { ...withBody, 'content-type': 'text/plain' }, true],
    ['a plain form', { ...withBody, 'content-type': 'application/x-www-form-urlencoded' }, true],
    ['bytes without a type', withBody, true],
    ['chunks without a type', { 'transfer-encoding': 'chunked' }, true],
    ['something that begins like JSON', { ...withBody, 'content-type': 'application/jsonp' }, true],
  ])('%s', (_, headers, expected) => {
    expect(hasWrongType('POST', headers)).toBe(expected);
    expect(hasWrongType('GET', headers)).toBe(false);
  });
});

describe('the portal’s own addresses', () => {
  it('send a browser back to where it came from', () => {
    expect(origins.originFor('localhost:4200')).toBe('http://localhost:4200');
    expect(origins.originFor('127.0.0.1:4200')).toBe('http://127.0.0.1:4200');
    expect(origins.originFor('ANUYAT.example.go.th')).toBe('https://anuyat.example.go.th');
  });

  it.each([undefined, '', 'evil.example', 'localhost:9999', 'localhost:4200.evil.example'])('are never what a stranger writes into the Host header: %s', (host) => {
    expect(origins.originFor(host)).toBe('https://anuyat.example.go.th');
  });
});
