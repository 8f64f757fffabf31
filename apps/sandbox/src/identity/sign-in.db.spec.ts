import type { AccountView, Me, PersonaView, Problem, SessionView } from '@anuyat/contract';
import { createTestDatabase, freePort, type TestDatabase } from '@anuyat/database/testing';
import { Accounts, seedPeople, type IdentityOptions } from '@anuyat/identity';
import { personas } from '@anuyat/identity/personas';
import { Browser } from '../testing/browser';
import { DatabaseLine } from '../testing/database-line';
import { startTestPortal, type TestPortal } from '../testing/test-portal';
import { startTestSandbox } from '../testing/start-test-sandbox';

describe('signing in to the portal', () => {
  let database: TestDatabase;
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let identity: IdentityOptions;
  let portal: TestPortal;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    database = await createTestDatabase();
    sandbox = await startTestSandbox(port);
    const { url, clientId, clientSecret, dgaSecret } = sandbox.settings;
    identity = { issuer: url, clientId, clientSecret, dga: { issuer: `${url}/dga`, clientId, clientSecret: dgaSecret }, sessionSecret: 'a session secret of thirty-two letters', sandboxUrl: url };
    portal = await startTestPortal(port, database.appUrl, identity);
  });
  afterAll(async () => {
    await portal.close();
    await sandbox.close();
    await database.dispose();
  });

  const at = (path: string) => `${portal.url}${path}`;
  const sessionCookie = (browser: Browser) => browser.cookie(`localhost:${port}`, 'anuyat-session');
  const signIn = async (hint: string, browser = new Browser(), returnTo = '/my', provider = 'thaid') => {
    const { url } = await browser.visit(at(`/api/auth/login?${new URLSearchParams({ login_hint: hint, returnTo, provider }).toString()}`), (where) => where.startsWith(portal.url) && !where.includes('/api/'));
    return { browser, landed: url };
  };
  const me = async (browser: Browser) => (await (await browser.fetch(at('/api/auth/me'))).json()) as Me;
  const status = async (browser: Browser, path: string, init?: RequestInit) => (await browser.fetch(at(path), init)).status;
  const problemOf = async (reply: Response) => ((await reply.json()) as Problem).code;
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
  };
  const accountOf = async (browser: Browser) => ((await me(browser)).account as AccountView).id;

  it('works for every persona with the hint alone, and gives exactly the persona’s rights', async () => {
    for (const persona of personas) {
      const { browser, landed } = await signIn(persona.hint);
      expect(landed).toBe(at('/my'));
      const { isSignedIn, account } = await me(browser);
      expect(isSignedIn).toBe(true);
      expect(account).toMatchObject({ name: persona.name, roles: [persona.role], territories: persona.territories });
      expect(account?.offices.map(({ office, permissions }) => ({ code: office.code, permissions }))).toEqual([...persona.offices].sort((one, two) => (one.code < two.code ? -1 : 1)));
      expect(account?.offices.every(({ office }) => office.title.th !== '' && office.agency.title.en !== '')).toBe(true);
      expect(account?.companies.map(({ juristicId }) => juristicId)).toEqual(persona.companies.map(({ juristicId }) => juristicId));
      const seen = { approve: await status(browser, '/api/toys/desk'), admin: await status(browser, '/api/toys/admin'), monitor: await status(browser, '/api/toys/monitor'), mine: await status(browser, '/api/toys/mine', { method: 'POST' }) };
      const mayApprove = persona.offices.some(({ permissions }) => permissions.includes('approve'));
      expect({ hint: persona.hint, ...seen }).toEqual({ hint: persona.hint, approve: mayApprove ? 200 : 403, admin: persona.role === 'admin' ? 200 : 403, monitor: persona.role === 'monitor' ? 200 : 403, mine: persona.role === 'applicant' ? 201 : 403 });
    }
  });

  it('tells strangers that they are strangers, and lets them in to nothing', async () => {
    const stranger = new Browser();
    expect(await me(stranger)).toEqual({ isSignedIn: false });
    const reply = await stranger.fetch(at('/api/toys/desk'));
    expect([reply.status, await problemOf(reply)]).toEqual([401, 'not-signed-in']);
  });

  it('opens an account for a person whom the portal does not know, as an applicant', async () => {
    await portal.source.query(`UPDATE account SET subject = 'moved-away', personal_id_hash = NULL WHERE subject = 'sandbox-malee'`);
    const { browser } = await signIn('malee');
    expect((await me(browser)).account).toMatchObject({ roles: ['applicant'], name: { en: 'Malee Meesuk' } });
    await signIn('malee');
    expect(await portal.source.query(`SELECT count(*)::int AS accounts FROM account WHERE subject = 'sandbox-malee'`)).toEqual([{ accounts: 1 }]);
  });

  it('is one account by ThaID and by the DGA: the personal number joins them, and the second keeps what only the first told', async () => {
    const byThaId = await accountOf((await signIn('wichai')).browser);
    const { browser } = await signIn('wichai', new Browser(), '/my', 'dga');
    const { account } = await me(browser);
    expect(account).toMatchObject({ id: byThaId, name: { th: 'วิชัย ตัวอย่าง', en: 'Wichai Tuayang' }, session: { provider: 'dga', ial: '2.1' } });
    expect(account?.companies).toHaveLength(2);
    expect(await accountOf((await signIn('wichai', new Browser(), '/my', 'dga')).browser)).toBe(byThaId);
    expect((await portal.app.get(Accounts).getVouched(byThaId)).title).toBe('นาย');
  });

  it('is two accounts where no number joins them, whatever the names', async () => {
    expect(await accountOf((await signIn('anna', new Browser(), '/my', 'dga')).browser)).not.toBe(await accountOf((await signIn('anna')).browser));
  });

  it('is refused when a provider gives somebody’s subject with another’s number', async () => {
    await signIn('eeco-approver');
    await portal.source.query(`UPDATE account SET personal_id_hash = decode(repeat('ab', 32), 'hex') WHERE subject = 'sandbox-eeco-approver'`);
    const { reply } = await new Browser().visit(at('/api/auth/login?login_hint=eeco-approver'));
    expect([reply.status, await problemOf(reply)]).toEqual([401, 'sign-in-failed']);
  });

  it('never mistakes one provider’s subject for another’s', async () => {
    const { browser } = await signIn('admin');
    const mine = await accountOf(browser);
    await portal.source.query(`INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES (gen_random_uuid(), 'https://other.example', 'sandbox-admin', 'ก', 'A')`);
    expect(await accountOf((await signIn('admin')).browser)).toBe(mine);
  });

  it('keeps neither tokens nor personal numbers in the clear', async () => {
    const { browser } = await signIn('somchai');
    const text = JSON.stringify([await portal.source.query(`SELECT *, encode(personal_id_sealed, 'hex') AS hex, encode(personal_id_sealed, 'escape') AS raw FROM account`), await portal.source.query(`SELECT *, encode(id, 'base64') AS hex FROM session`)]);
    const token = sessionCookie(browser) ?? '';
    expect(token).toHaveLength(43);
    expect(text).not.toContain(token);
    expect(text).not.toContain(Buffer.from(token, 'base64url').toString('base64'));
    expect(text).not.toContain(personas[0]?.personalId);
    expect(text).toContain('x-xxxx-xxxxx-01-1');
    expect(JSON.stringify(await me(browser))).not.toContain('8999900');
  });

  it('knows what the provider vouched for, so that an applicant need not type it', async () => {
    const { browser } = await signIn('somchai');
    expect(await portal.app.get(Accounts).getVouched(await accountOf(browser))).toEqual({ name: { th: 'สมชาย ใจดี', en: 'Somchai Jaidee' }, title: 'นาย', firstName: 'สมชาย', lastName: 'ใจดี', personalId: personas[0]?.personalId });
    const { browser: foreigner } = await signIn('anna');
    expect(await portal.app.get(Accounts).getVouched(await accountOf(foreigner))).not.toHaveProperty('personalId');
  });

  it('gives cookies that scripts and other sites cannot use', async () => {
    const { browser } = await signIn('somchai');
    const ours = browser.cookieLines.filter((line) => line.startsWith('anuyat-'));
    expect(ours.length).toBeGreaterThanOrEqual(3);
    for (const line of ours) {
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).not.toMatch(/; Domain=/);
    }
    expect(browser.cookieNames(`localhost:${port}`)).toEqual(['anuyat-session']);
  });

  it('ties cookies to host and TLS where the portal is on https', async () => {
    const other = await freePort();
    const secure = await startTestPortal(other, database.appUrl, identity, { publicUrl: 'https://anuyat.example.go.th' });
    const browser = new Browser();
    await browser.fetch(`http://localhost:${other}/api/auth/login?login_hint=somchai`);
    expect(browser.cookieLines).toEqual([expect.stringMatching(/^__Host-anuyat-sign-in-.*; Path=\/.*; HttpOnly; Secure; SameSite=Lax/)]);
    await secure.close();
  });

  it('gives a new session each time and ends the one before', async () => {
    const { browser } = await signIn('somchai');
    const first = sessionCookie(browser) ?? '';
    await signIn('watthana-sanitation', browser);
    expect(sessionCookie(browser)).not.toBe(first);
    const thief = new Browser();
    thief.setCookie(`localhost:${port}`, 'anuyat-session', first);
    expect(await me(thief)).toEqual({ isSignedIn: false });
  });

  it('never takes over a session id that someone else chose', async () => {
    const chosen = 'A'.repeat(43);
    const victim = new Browser();
    victim.setCookie(`localhost:${port}`, 'anuyat-session', chosen);
    await signIn('somchai', victim);
    expect(sessionCookie(victim)).not.toBe(chosen);
    const attacker = new Browser();
    attacker.setCookie(`localhost:${port}`, 'anuyat-session', chosen);
    expect(await me(attacker)).toEqual({ isSignedIn: false });
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/api/auth/logout'])('leads to the front page instead of %s', async (returnTo) => {
    expect((await signIn('somchai', new Browser(), returnTo)).landed).toBe(at('/'));
  });

  it('comes back to the name by which the portal was visited, and to no name that it does not have', async () => {
    const browser = new Browser();
    const { url } = await browser.visit(`http://127.0.0.1:${port}/api/auth/login?login_hint=somchai&returnTo=/my`, (where) => where.endsWith('/my'));
    expect(url).toBe(`http://127.0.0.1:${port}/my`);
    const asked = await new Browser().fetch(at('/api/auth/login'), { headers: { 'x-forwarded-host': 'evil.example' } });
    expect(new URL(asked.headers.get('location') ?? '').searchParams.get('redirect_uri')).toBe(at('/api/auth/callback'));
  });

  describe('cannot be finished', () => {
    const returning = async (browser: Browser) => (await browser.visit(at('/api/auth/login?login_hint=somchai'), (where) => where.includes('/api/auth/callback'))).url;

    it('by a browser that did not begin it', async () => {
      const link = await returning(new Browser());
      const reply = await new Browser().fetch(link);
      expect([reply.status, await problemOf(reply)]).toEqual([400, 'sign-in-expired']);
    });

    it('twice', async () => {
      const browser = new Browser();
      const link = await returning(browser);
      expect((await browser.fetch(link)).status).toBe(303);
      expect(await problemOf(await browser.fetch(link))).toBe('sign-in-expired');
    });

    it('with another state, another code or a refusal', async () => {
      for (const [change, code] of [
        [(url: URL) => url.searchParams.set('state', 'x'.repeat(43)), 'sign-in-expired'],
        [(url: URL) => url.searchParams.set('code', 'made-up'), 'sign-in-failed'],
        [(url: URL) => url.searchParams.set('iss', 'https://evil.example'), 'sign-in-failed'],
        [(url: URL) => url.searchParams.append('state', 'again'), 'sign-in-failed'],
      ] as const) {
        const browser = new Browser();
        const link = new URL(await returning(browser));
        change(link);
        expect(await problemOf(await browser.fetch(link.href))).toBe(code);
        expect(await me(browser)).toEqual({ isSignedIn: false });
      }
    });

    it('and then people land on the sign-in page, which says why', async () => {
      const reply = await new Browser({ accept: 'text/html' }).fetch(await returning(new Browser()));
      expect([reply.status, reply.headers.get('location')]).toEqual([303, '/sign-in?problem=sign-in-expired&returnTo=%2F']);
    });

    it('with a closed account', async () => {
      await signIn('eeco');
      await portal.source.query(`UPDATE account SET closed_at = now() WHERE subject = 'sandbox-eeco'`);
      const browser = new Browser();
      const { reply } = await browser.visit(at('/api/auth/login?login_hint=eeco'));
      expect([reply.status, await problemOf(reply)]).toEqual([403, 'not-allowed']);
      await portal.source.query(`UPDATE account SET closed_at = NULL WHERE subject = 'sandbox-eeco'`);
    });
  });

  describe('gives rights', () => {
    it('that end within the second in which they are withdrawn', async () => {
      const { browser } = await signIn('watthana-sanitation-2');
      expect(await status(browser, '/api/toys/desk')).toBe(200);
      await portal.source.query(`UPDATE office_membership SET valid_until = now() WHERE account_id = $1`, [await accountOf(browser)]);
      await until(async () => (await status(browser, '/api/toys/desk')) === 403);
      expect((await me(browser)).account?.roles).toEqual([]);
    });

    it('that end with the account', async () => {
      const { browser } = await signIn('estate-monitor');
      await portal.source.query(`UPDATE account SET closed_at = now() WHERE id = $1`, [await accountOf(browser)]);
      await until(async () => !(await me(browser)).isSignedIn);
    });

    it('that nobody has before their day', async () => {
      const { browser } = await signIn('anna');
      await portal.source.query(`INSERT INTO account_role (account_id, role, valid_from) VALUES ($1, 'admin', now() + interval '1 day')`, [await accountOf(browser)]);
      expect(await status((await signIn('anna')).browser, '/api/toys/admin')).toBe(403);
    });

    it('that stay ended when the people are seeded again', async () => {
      await portal.source.query(`UPDATE office_membership SET valid_until = now() WHERE office = 'pcd-10-environment'`);
      await portal.source.transaction((tx) => seedPeople(tx, identity.issuer));
      expect((await me((await signIn('pollution-control')).browser)).account?.offices).toEqual([]);
    });
  });

  describe('opens a session', () => {
    it('that ends after two hours without a call, and after twelve in any case', async () => {
      for (const change of [
        `UPDATE session SET last_seen_at = now() - interval '121 minutes' WHERE account_id = $1`,
        `UPDATE session SET expires_at = now() - interval '1 second' WHERE account_id = $1`,
      ]) {
        const { browser } = await signIn('diw');
        await portal.source.query(change, [await accountOf(browser)]);
        await until(async () => !(await me(browser)).isSignedIn);
      }
      const [{ hours }] = await portal.source.query(`SELECT max(extract(epoch FROM expires_at - started_at) / 3600)::int AS hours FROM session`);
      expect(hours).toBe(12);
    });

    it('whose last call is noted, so that work keeps it open', async () => {
      const { browser } = await signIn('excise-bangkok');
      const id = await accountOf(browser);
      await portal.source.query(`UPDATE session SET last_seen_at = now() - interval '90 minutes' WHERE account_id = $1`, [id]);
      await until(async () => {
        expect((await me(browser)).isSignedIn).toBe(true);
        const [{ is_fresh }] = await portal.source.query(`SELECT bool_or(last_seen_at > now() - interval '1 minute') AS is_fresh FROM session WHERE account_id = $1`, [id]);
        return is_fresh;
      });
    });

    it('that signing out ends at once, also for whoever kept the cookie', async () => {
      const { browser } = await signIn('somchai');
      const token = sessionCookie(browser) ?? '';
      const reply = await browser.fetch(at('/api/auth/logout'), { method: 'POST' });
      expect([reply.status, browser.cookieNames(`localhost:${port}`), reply.headers.get('clear-site-data'), await reply.json()]).toEqual([200, [], '"cache"', { redirectTo: '/signed-out' }]);
      browser.setCookie(`localhost:${port}`, 'anuyat-session', token);
      expect(await me(browser)).toEqual({ isSignedIn: false });
      expect(await status(new Browser(), '/api/auth/logout', { method: 'POST' })).toBe(200);
    });

    it('that no other site’s page can end', async () => {
      const { browser } = await signIn('somchai');
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site', origin: sandbox.settings.url }, { origin: 'https://evil.example' }, { origin: 'null' }]) {
        const reply = await browser.fetch(at('/api/auth/logout'), { method: 'POST', headers });
        expect([reply.status, await problemOf(reply)]).toEqual([403, 'wrong-origin']);
      }
      expect((await me(browser)).isSignedIn).toBe(true);
      expect(await status(browser, '/api/auth/logout', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', origin: portal.url } })).toBe(200);
    });

    it('that is listed with one’s others, and each can be ended from another', async () => {
      await portal.source.query(`UPDATE session SET ended_at = now()`);
      const { browser: phone } = await signIn('wichai', new Browser({ 'user-agent': 'Phone' }));
      const { browser: desk } = await signIn('wichai', new Browser({ 'user-agent': 'Desk' }));
      const list = async (browser: Browser) => (await (await browser.fetch(at('/api/auth/sessions'))).json()) as SessionView[];
      const both = await list(desk);
      expect(both.map(({ agent, isThisOne }) => ({ agent, isThisOne }))).toEqual([{ agent: 'Desk', isThisOne: true }, { agent: 'Phone', isThisOne: false }]);
      const { browser: stranger } = await signIn('somchai');
      const phoneId = both[1]?.id ?? '';
      expect(await status(stranger, `/api/auth/sessions/${phoneId}`, { method: 'DELETE' })).toBe(404);
      expect(await status(desk, '/api/auth/sessions/nonsense', { method: 'DELETE' })).toBe(404);
      expect((await me(phone)).isSignedIn).toBe(true);
      expect(await status(desk, `/api/auth/sessions/${phoneId}`, { method: 'DELETE' })).toBe(204);
      expect((await me(phone)).isSignedIn).toBe(false);
      expect(await list(desk)).toHaveLength(1);
      const { browser: tablet } = await signIn('wichai');
      expect(await (await desk.fetch(at('/api/auth/sessions'), { method: 'DELETE' })).json()).toEqual({ ended: 1 });
      expect([(await me(tablet)).isSignedIn, (await me(desk)).isSignedIn]).toEqual([false, true]);
      expect(await status(new Browser(), '/api/auth/sessions')).toBe(401);
    });
  });

  describe('can be confirmed while it is open', () => {
    const stepUp = (browser: Browser, hint: string, act = 'file') =>
      browser.visit(at(`/api/auth/step-up?${new URLSearchParams({ login_hint: hint, act, returnTo: '/my/here' }).toString()}`), (where) => where.startsWith(portal.url) && !where.includes('/api/'));
    const grow = (id: string) => portal.source.query(`UPDATE session SET proved_at = now() - interval '1 hour' WHERE account_id = $1`, [id]);
    const provedAt = async (browser: Browser) => Date.parse((await me(browser)).account?.session.provedAt ?? '');

    it('by going to the provider and coming back to the same page: the session goes on under a new id', async () => {
      const { browser } = await signIn('somchai');
      const id = await accountOf(browser);
      const since = (await me(browser)).account?.signedInAt;
      await grow(id);
      await until(async () => Date.now() - (await provedAt(browser)) > 3_000_000);
      const before = sessionCookie(browser);
      expect((await stepUp(browser, 'somchai')).url).toBe(at('/my/here'));
      expect(Date.now() - (await provedAt(browser))).toBeLessThan(60_000);
      expect([(await me(browser)).account?.signedInAt, sessionCookie(browser) === before]).toEqual([since, false]);
      const thief = new Browser();
      thief.setCookie(`localhost:${port}`, 'anuyat-session', before ?? '');
      expect((await me(thief)).isSignedIn).toBe(false);
    });

    it('by its own person alone; after five others it is over, and signing in again is the way back', async () => {
      const { browser } = await signIn('malee');
      const id = await accountOf(browser);
      await grow(id);
      const codes = [];
      for (let times = 0; times < 5; times++) codes.push(await problemOf((await stepUp(browser, 'wichai')).reply));
      expect(codes).toEqual(['other-person', 'other-person', 'other-person', 'other-person', 'locked-out']);
      expect((await me(browser)).isSignedIn).toBe(false);
      expect(await accountOf((await signIn('malee')).browser)).toBe(id);
    });

    it('to sign as an officer, at ThaID when one came by a provider that knows too little', async () => {
      const { browser } = await signIn('diw', new Browser(), '/desk', 'dga');
      expect((await me(browser)).account?.session).toMatchObject({ provider: 'dga', ial: '2.1' });
      await stepUp(browser, 'diw', 'sign');
      expect((await me(browser)).account?.session).toMatchObject({ provider: 'thaid', ial: '2.3' });
    });

    it('by nobody who is not signed in', async () => {
      const reply = await new Browser().fetch(at('/api/auth/step-up'));
      expect([reply.status, await problemOf(reply)]).toEqual([401, 'not-signed-in']);
    });
  });

  it('offers the people of the sandbox, and nobody where there is none', async () => {
    const list = (await (await fetch(at('/api/auth/personas'))).json()) as PersonaView[];
    expect(list.map(({ hint, role }) => `${hint} ${role}`)).toEqual(personas.map(({ hint, role }) => `${hint} ${role}`));
    const other = await freePort();
    const production = await startTestPortal(other, database.appUrl, { ...identity, issuer: 'https://id.example', dga: undefined, sandboxUrl: undefined });
    expect((await fetch(`http://localhost:${other}/api/auth/personas`)).status).toBe(404);
    await production.close();
    await portal.source.query(`UPDATE account SET issuer = $1 WHERE issuer = 'https://id.example'`, [identity.issuer]);
  });

  it('is limited by address, and says when to come back', async () => {
    const other = await freePort();
    const strict = await startTestPortal(other, database.appUrl, identity, { limits: { 'sign-in': { burst: 2, perMinute: 6 } } });
    const replies = [];
    for (let i = 0; i < 3; i++) replies.push(await new Browser().fetch(`http://localhost:${other}/api/auth/login`));
    expect(replies.map((reply) => reply.status)).toEqual([303, 303, 429]);
    expect(replies[2]?.headers.get('retry-after')).toBe('10');
    expect((await fetch(`http://localhost:${other}/api/auth/me`)).status).toBe(200);
    await strict.close();
  });

  it('waits for a provider that is away, while sessions go on', async () => {
    const { browser } = await signIn('watthana-registry');
    const other = await freePort();
    const lonely = await startTestPortal(other, database.appUrl, { ...identity, issuer: `http://localhost:${await freePort()}` });
    const reply = await fetch(`http://localhost:${other}/api/auth/login`);
    expect([reply.status, reply.headers.get('retry-after'), await problemOf(reply)]).toEqual([503, '5', 'temporarily-unavailable']);
    const page = await new Browser({ accept: 'text/html' }).fetch(`http://localhost:${other}/api/auth/login?returnTo=/my`);
    expect(page.headers.get('location')).toBe('/sign-in?problem=temporarily-unavailable&returnTo=%2Fmy');
    browser.setCookie(`localhost:${other}`, 'anuyat-session', sessionCookie(browser) ?? '');
    const still = async () => (await (await browser.fetch(`http://localhost:${other}/api/auth/me`)).json()) as Me;
    expect((await still()).isSignedIn).toBe(true);
    const otherWay = await fetch(`http://localhost:${other}/api/auth/login?provider=dga`, { redirect: 'manual' });
    expect([otherWay.status, otherWay.headers.get('location')?.split('?')[0]]).toEqual([303, `${sandbox.settings.url}/dga/connect/authorize`]);
    await lonely.close();
  });

  it('asks to come back later while the database is away, and goes on with the same sessions when it is back', async () => {
    const line = await DatabaseLine.open(database.appUrl);
    const other = await freePort();
    const cutOff = await startTestPortal(other, line.url, identity);
    const { browser } = await signIn('industry-chonburi');
    browser.setCookie(`localhost:${other}`, 'anuyat-session', sessionCookie(browser) ?? '');
    const ask = () => browser.fetch(`http://localhost:${other}/api/auth/me`);
    expect(((await (await ask()).json()) as Me).isSignedIn).toBe(true);
    line.cut();
    await until(async () => (await ask()).status === 503);
    const reply = await ask();
    expect([reply.headers.get('retry-after'), await problemOf(reply)]).toEqual(['5', 'temporarily-unavailable']);
    line.mend();
    expect(((await (await ask()).json()) as Me).isSignedIn).toBe(true);
    await cutOff.close();
    await line.close();
  });
});
