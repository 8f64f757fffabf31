import { randomUUID } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import { jest } from '@jest/globals';
import { must, open, pdf, upload } from './cases/testing/walk';
import { laemChabangCafe } from './cases/testing/answers';
import { people } from './testing/access-world';
import type { Method } from './testing/caller';
import { fingerprint } from './testing/fingerprint';
import { problemIn } from './testing/problem-in';
import { sendBytes } from './testing/raw-http';
import { servedOperations } from './testing/routes';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

const who = people.owner;
/** Who uploads, so that the first one’s allowance is not used up by it. */
const uploader = people.otherApplicant;
let portal: TestPortal;
let routes: { method: Method; path: string; operation: string }[];
beforeAll(async () => {
  portal = await startTestPortal();
  routes = servedOperations(portal.app).map((operation) => {
    const [method = '', path = ''] = operation.split(' ');
    return { method: method as Method, operation, path: path.replace('{number}', 'FT3-NOWHERE-2569-00001').replace('{code}', 'factory-type-3').replace('{version}', '1').replace('{agency}', 'ieat').replace('{month}', '2026-11').replace(/\{\w+\}/g, () => randomUUID()) };
  });
  await portal.caller(who);
}, 60_000);
afterAll(() => portal.close());

const unsafe = () => routes.filter(({ method }) => method !== 'GET' && method !== 'OPTIONS');
/** Mail programs post a form there (RFC 8058); it knows nobody by cookies, and a letter’s own link is what it asks for. */
const ONE_CLICK = 'POST /api/mail/stop/{token}';
const FORM = 'application/x-www-form-urlencoded';
/** What ends the session of who calls, or is a stream without end. */
const isLeftOut = (operation: string): boolean => operation === 'POST /api/auth/logout' || operation.endsWith('/stream');

describe('a page of another site', () => {
  it.each<[string, Record<string, string>]>([
    ['as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['of another host of the same site', { 'sec-fetch-site': 'same-site' }],
    ['with its origin', { origin: 'https://evil.example' }],
    ['without an origin', { origin: 'null' }],
    ['whose origin begins like the portal’s', { origin: 'http://localhost.evil.example' }],
    ['that claims both', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' }],
  ])('changes nothing by any route, %s', async (_, headers) => {
    const before = await fingerprint(portal.running.source);
    for (const { method, path, operation } of unsafe()) {
      const reply = await portal.call(who, method, path, {}, headers);
      expect([operation, reply.status, problemIn(reply).code]).toEqual([operation, 403, 'wrong-origin']);
    }
    expect(await fingerprint(portal.running.source)).toEqual(before);
    expect(unsafe().length).toBeGreaterThan(30);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'text/json', 'application/json-patch+json', 'multipart/mixed; boundary=x'])('cannot make a browser send what a route takes as %s', async (type) => {
    for (const { method, path, operation } of unsafe()) {
      if (operation === ONE_CLICK && type === FORM) continue;
      const reply = await portal.call(who, method, path, '{"a":1}', { 'content-type': type });
      expect([operation, reply.status, problemIn(reply).code]).toEqual([operation, 415, 'wrong-content-type']);
    }
  });

  it('is told nothing: no route opens itself to another origin, whatever it is asked with', async () => {
    for (const origin of ['https://evil.example', 'null', `${portal.url}.evil.example`, portal.url]) {
      for (const { path, operation } of routes.filter(({ method, operation: each }) => method === 'GET' && !isLeftOut(each))) {
        const { headers } = await portal.call(null, 'GET', path, undefined, { origin });
        expect([operation, Object.keys(headers).filter((name) => name.startsWith('access-control'))]).toEqual([operation, []]);
      }
      const asked = await sendBytes(portal.configuration.PORT, `OPTIONS /api/cases HTTP/1.1\r\nhost: localhost\r\norigin: ${origin}\r\naccess-control-request-method: POST\r\nconnection: close\r\n\r\n`);
      expect(asked.map(({ status }) => status)).toEqual([404]);
      expect(asked[0]?.head).not.toContain('access-control');
    }
  });
});

describe('every route', () => {
  it.each(['valueOf', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])('that is asked for %s finds nothing of that name', async (name) => {
    const { paths } = must(await portal.call<OpenAPIObject>(null, 'GET', '/api/openapi.json'), 200);
    for (const path of Object.keys(paths).filter((each) => paths[each]?.get && each.includes('{'))) {
      const reply = await portal.call(people.administrator, 'GET', path.replace(/\{\w+\}/g, name));
      expect([path, reply.status < 500]).toEqual([path, true]);
    }
  });

  it('sends every protecting header, whatever it answers', async () => {
    const wanted = { 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' };
    for (const by of [null, who]) {
      for (const { method, path, operation } of routes.filter((route) => !isLeftOut(route.operation))) {
        const { headers } = await portal.call(by, method, path, method === 'GET' ? undefined : {});
        expect([operation, headers]).toEqual([operation, expect.objectContaining(wanted)]);
        expect([operation, headers['content-security-policy']]).toEqual([operation, expect.stringMatching(/script-src 'self';.*frame-ancestors 'none'; object-src 'none'.*require-trusted-types-for 'script'/)]);
        expect([operation, headers['content-security-policy']]).toEqual([operation, expect.not.stringContaining('unsafe')]);
        expect([operation, headers['x-powered-by'], headers['server']]).toEqual([operation, undefined, undefined]);
      }
    }
  });

  it('answers to its own methods and to no other', async () => {
    const served = new Set(routes.map(({ operation }) => operation));
    const paths = [...new Map(routes.map((route) => [route.operation.split(' ')[1] ?? '', route.path]))];
    let refused = 0;
    for (const [template, path] of paths) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const others = [...served].filter((operation) => operation.startsWith(`${method} `) && new RegExp(`^${operation.slice(method.length + 1).replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
        if (others.length > 0) continue;
        const reply = await portal.call(who, method, path, method === 'GET' ? undefined : {});
        expect([method, template, reply.status]).toEqual([method, template, 404]);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(200);
  });

  it.each(['TRACE', 'CONNECT', 'OPTIONS', 'PROPFIND', 'MOVE', 'QUERY', 'XYZZY'])('does nothing for %s, and repeats nothing of it', async (method) => {
    for (const path of ['/api/cases', '/api/health/live', '/']) {
      const [answer] = await sendBytes(portal.configuration.PORT, `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nx-secret: repeated\r\nconnection: close\r\n\r\n`);
      expect([method, path, (answer?.status ?? 400) >= 400, answer?.body.includes('repeated') ?? false]).toEqual([method, path, true, false]);
    }
  });

  it('that reads changes nothing', async () => {
    const before = await fingerprint(portal.running.source);
    for (const { path } of routes.filter(({ method, operation }) => method === 'GET' && !isLeftOut(operation))) await portal.call(who, 'GET', path);
    expect(await fingerprint(portal.running.source)).toEqual(before);
  });

  it('takes a parameter once: a second one of the same name is refused or counts for nothing, and is never a failure', async () => {
    const { paths } = must(await portal.call<OpenAPIObject>(null, 'GET', '/api/openapi.json'), 200);
    let tried = 0;
    for (const { method, path, operation } of routes.filter((route) => route.method === 'GET' && !isLeftOut(route.operation))) {
      const [, template = ''] = operation.split(' ');
      for (const parameter of paths[template]?.get?.parameters ?? []) {
        if (!('in' in parameter) || parameter.in !== 'query') continue;
        for (const query of [`${parameter.name}=1&${parameter.name}=2`, `${parameter.name}[]=1`, `${parameter.name}[__proto__]=1`, `${parameter.name}.length=9`]) {
          const reply = await portal.call(who, method, `${path}?${query}`);
          expect([operation, query, reply.status < 500]).toEqual([operation, query, true]);
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(60);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it('tells nothing of itself when its work fails under it: a reference, and the same words everywhere', async () => {
    const inner = 'SELECT secret FROM account WHERE id = 7 -- /opt/anuyat/dist/main.js';
    const query = portal.running.source.query.bind(portal.running.source);
    portal.app.useLogger(false);
    const spy = jest.spyOn(portal.running.source, 'query').mockImplementation(((sql: string, ...rest: unknown[]) => (/\bsession\b/i.test(sql) ? query(sql, ...(rest as [])) : Promise.reject(new Error(inner)))) as never);
    let failed = 0;
    try {
      for (const by of [who, people.officer, people.administrator]) {
        for (const { method, path, operation } of routes.filter((route) => route.method === 'GET' && !isLeftOut(route.operation))) {
          const reply = await portal.call(by, method, path);
          if (reply.status < 500) continue;
          failed += 1;
          expect([operation, problemIn(reply).code]).toEqual([operation, operation === 'GET /api/health/ready' ? 'temporarily-unavailable' : 'internal']);
          expect([operation, JSON.stringify(reply.body)]).toEqual([operation, expect.not.stringMatching(/secret|account WHERE|opt\/anuyat/)]);
        }
      }
    } finally {
      spy.mockRestore();
    }
    expect(failed).toBeGreaterThan(20);
    must(await portal.call(who, 'GET', '/api/cases'), 200);
  });
});

describe('a body with more than its route takes', () => {
  const privileged = ['id', 'status', 'accountId', 'account_id', 'fee', 'amountSatang', 'agency', 'office', 'roles', 'permissions', 'isAdmin', 'actor', 'revision2', 'createdAt', 'constructor', '__proto__'];

  it('is refused at every route that takes one, by the very property, and nothing is different', async () => {
    const { paths, components } = must(await portal.call<OpenAPIObject>(null, 'GET', '/api/openapi.json'), 200);
    const draft = await open(portal, who, laemChabangCafe);
    const before = await fingerprint(portal.running.source);
    const schemas = (components?.schemas ?? {}) as Record<string, { properties?: Record<string, { type?: string; enum?: unknown[]; format?: string; minimum?: number }>; required?: string[] }>;
    let tried = 0;
    for (const [template, item] of Object.entries(paths)) {
      for (const method of ['post', 'put', 'patch'] as const) {
        const body = (item[method]?.requestBody as { content?: Record<string, { schema?: { $ref?: string } }> } | undefined)?.content?.['application/json'];
        const name = body?.schema?.$ref?.split('/').at(-1);
        if (!name) continue;
        const allowed = (item[method] as { 'x-allowed'?: string[] })['x-allowed'] ?? [];
        const by = allowed.includes('admin') ? people.administrator : allowed.includes('agency-admin') ? people.peopleAdministrator : allowed.length > 0 && !allowed.includes('applicant') ? people.officer : who;
        const path = template.replace('{id}', draft.id).replace('{code}', template.includes('journeys') ? 'open-a-restaurant' : 'factory-type-3').replace('{version}', '1').replace('{transactionId}', 'NONE').replace(/\{\w+\}/g, randomUUID());
        for (const property of privileged.filter((each) => !(each in (schemas[name]?.properties ?? {})) || each === '__proto__')) {
          const reply = await portal.call(by, method.toUpperCase() as Method, path, `{${JSON.stringify(property)}:{"isAdmin":true}}`, { 'content-type': 'application/json', 'idempotency-key': randomUUID() });
          expect([template, property, reply.status]).toEqual([template, property, 400]);
          const { code, fields = [] } = problemIn(reply);
          expect([template, property, code]).toEqual([template, property, 'bad-request']);
          if (property !== '__proto__' && property !== 'constructor') expect([template, fields.map(({ path: at }) => at)]).toEqual([template, expect.arrayContaining([property])]);
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(300);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    expect(await fingerprint(portal.running.source)).toEqual(before);
  });
});

describe('bytes that mean one thing to a proxy and another to the portal', () => {
  const hidden = 'GET /api/health/live HTTP/1.1\r\nhost: localhost\r\n\r\n';
  const post = (headers: string, body: string) => `POST /api/cases HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${headers}\r\n\r\n${body}`;

  it.each<[string, string]>([
    ['a length and chunks', post('content-length: 6\r\ntransfer-encoding: chunked', `0\r\n\r\n${hidden}`)],
    ['chunks and a length', post('transfer-encoding: chunked\r\ncontent-length: 4', `1\r\nZ\r\n0\r\n\r\n${hidden}`)],
    ['two lengths', post('content-length: 0\r\ncontent-length: 52', hidden)],
    ['two lengths in one line', post('content-length: 0, 52', hidden)],
    ['a length with a sign', post('content-length: +2', `{}${hidden}`)],
    ['a length in hexadecimal', post('content-length: 0x2', `{}${hidden}`)],
    ['a length below nothing', post('content-length: -1', hidden)],
    ['an encoding of another name', post('transfer-encoding: xchunked', `0\r\n\r\n${hidden}`)],
    ['an encoding behind another', post('transfer-encoding: chunked, identity', `0\r\n\r\n${hidden}`)],
    ['a folded encoding', post('transfer-encoding:\r\n chunked', `0\r\n\r\n${hidden}`)],
    ['a space before the colon', post('transfer-encoding : chunked', `0\r\n\r\n${hidden}`)],
    ['lines that end in a line feed alone', post('x: 1', '').replaceAll('\r\n', '\n')],
    ['a chunk whose length is none', post('transfer-encoding: chunked', `zz\r\n\r\n0\r\n\r\n${hidden}`)],
    ['a chunk without its end', post('transfer-encoding: chunked', `2\r\n{}XX0\r\n\r\n${hidden}`)],
    ['a line break in a header', `GET /api/health/live HTTP/1.1\r\nhost: localhost\r\nx: a\rb: c\r\n\r\n`],
    ['a zero byte in a header', `GET /api/health/live HTTP/1.1\r\nhost: localhost\r\nx: a\u0000b\r\n\r\n`],
    ['two hosts', `GET /api/health/live HTTP/1.1\r\nhost: localhost\r\nhost: evil.example\r\nconnection: close\r\n\r\n`],
    ['no host', 'GET /api/health/live HTTP/1.1\r\nconnection: close\r\n\r\n'],
  ])('%s is refused, the connection ends, and what hid behind it is not answered', async (_, bytes) => {
    const answers = await sendBytes(portal.configuration.PORT, bytes);
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({ code: 'bad-request' });
  });

  it.each(['x-forwarded-host: evil.example', 'x-forwarded-proto: https', 'forwarded: host=evil.example;proto=https', 'x-original-url: /api/admin/versions', 'x-rewrite-url: /api/admin/versions', 'x-http-method-override: DELETE'])('a header that only a proxy may add changes nothing: %s', async (line) => {
    const [name = '', value = ''] = line.split(': ');
    const login = await portal.call(null, 'GET', '/api/auth/login?returnTo=/my', undefined, { [name]: value });
    expect(login.status).toBe(303);
    const to = new URL(String(login.headers['location']));
    expect([to.origin, new URL(to.searchParams.get('redirect_uri') ?? '').origin]).toEqual([new URL(portal.configuration.OIDC_ISSUER).origin, portal.url]);
    expect((await portal.call(who, 'GET', '/api/cases', undefined, { [name]: value })).status).toBe(200);
  });
});

describe('an upload', () => {
  const content = pdf(41).toString('latin1');
  const disposition = (rest: string, body = content) => `--b\r\ncontent-disposition: form-data; ${rest}\r\n\r\n${body}\r\n`;
  const code = disposition('name="code"', 'floor-plan');

  it.each<[string, string, string]>([
    ['without a boundary', 'multipart/form-data', `${code}${disposition('name="file"; filename="a.pdf"')}--b--\r\n`],
    ['with an endless boundary', `multipart/form-data; boundary=${'b'.repeat(5_000)}`, code],
    ['with two boundaries', 'multipart/form-data; boundary=x; boundary=b', `${code}--b--\r\n`],
    ['that never ends', 'multipart/form-data; boundary=b', code],
    ['whose file comes before its code', 'multipart/form-data; boundary=b', `${disposition('name="file"; filename="a.pdf"')}${code}--b--\r\n`],
    ['of a thousand parts', 'multipart/form-data; boundary=b', `${disposition('name="x"', 'y').repeat(1_000)}--b--\r\n`],
    ['with a name without end', 'multipart/form-data; boundary=b', `${disposition(`name="${'n'.repeat(20_000)}"`, 'y')}--b--\r\n`],
    ['with a part in a part', 'multipart/form-data; boundary=b', `--b\r\ncontent-type: multipart/mixed; boundary=c\r\n\r\n--c\r\ncontent-disposition: file; filename="a.pdf"\r\n\r\n${content}\r\n--c--\r\n--b--\r\n`],
    ['named __proto__', 'multipart/form-data; boundary=b', `${disposition('name="__proto__"', 'floor-plan')}--b--\r\n`],
  ])('%s is refused, and nothing of it stays', async (_, type, body) => {
    const draft = await open(portal, uploader, laemChabangCafe);
    const before = await fingerprint(portal.running.source);
    const reply = await portal.call(uploader, 'POST', `/api/cases/${draft.id}/documents`, Buffer.from(body, 'latin1'), { 'content-type': type });
    expect([400, 413, 415, 422]).toContain(reply.status);
    problemIn(reply);
    expect(await fingerprint(portal.running.source)).toEqual(before);
  });

  it.each(['แปลน ชั้น๑.pdf', 'plan\u202Efdp.exe.pdf', '../../etc/passwd.pdf', 'a%0d%0aset-cookie: x=1.pdf', 'a\\"; filename=\\"b.html.pdf', "plan'; DROP TABLE document--.pdf", '=HYPERLINK(1).pdf', 'CON.pdf', '.pdf.pdf', `${'ก'.repeat(400)}.pdf`])('named %j is handed out under a harmless name', async (name) => {
    const draft = await open(portal, uploader, laemChabangCafe);
    const { payload, headers } = upload('floor-plan', name, pdf(name.length));
    const kept = must(await portal.call<{ id: string; fileName: string }>(uploader, 'POST', `/api/cases/${draft.id}/documents`, payload, headers), 201);
    expect(kept.fileName).not.toMatch(/[\u0000-\u001f\u007f/\\\u202a-\u202e\u2066-\u2069"]/);
    const out = await portal.call(uploader, 'GET', `/api/documents/${kept.id}/content`);
    expect(out.status).toBe(200);
    expect(String(out.headers['content-disposition'])).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.%~!$&+^`|#-]+$/);
    expect(out.headers['set-cookie']).toBeUndefined();
    expect(out.headers['content-security-policy']).toContain('sandbox');
  });
});

describe('a call that costs much', () => {
  it('is made a number of times and then asked to wait, while others go on', async () => {
    const plan = (by: string) => portal.call(by, 'POST', '/api/journeys/open-a-restaurant/plan', { answers: {} });
    const replies = await Promise.all(Array.from({ length: 160 }, () => plan('wichai')));
    const refused = replies.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(10);
    for (const reply of refused) expect([reply.status, problemIn(reply).code, Number(reply.headers['retry-after']) > 0]).toEqual([429, 'too-many-requests', true]);
    expect((await plan(people.elsewhere)).status).toBe(200);
  });
});
