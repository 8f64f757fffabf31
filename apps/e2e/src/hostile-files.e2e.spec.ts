import type { Page } from 'playwright-core';
import { cafe } from '../../sandbox/src/scenario/stories';
import { submitted } from './support/beforehand';
import { openBrowser } from './support/browser';
import { Person } from './support/person';
import { Witness } from './support/witness';

/** What somebody would store if nothing looked at what files are. */
const HOSTILE = [
  ['text/html', '<!doctype html><title>x</title><script>window.hurt = 1; document.cookie = "hurt=1"; localStorage.hurt = 1</script><img src=x onerror="window.hurt = 1"><form action="/api/auth/logout" method="post"><input name="x"></form>'],
  ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="window.hurt = 1"><script>window.hurt = 1; document.cookie = "hurt=1"</script></svg>'],
] as const;

/** What the page that was opened can reach; a word where the browser refuses. */
const REACH = `(() => {
  const look = (what) => { try { return String(what()); } catch (error) { return error.name; } };
  return { origin: self.origin, cookie: look(() => document.cookie), storage: look(() => localStorage.length), hurt: String(window.hurt) };
})()`;

describe('a stored file that is opened from its address', () => {
  it('is a page of no origin, whatever it holds: no script, no cookies, no storage, nothing of the portal', async () => {
    const browser = await openBrowser();
    try {
      const file = await submitted(cafe);
      const person = await (await Person.arrive(browser, { who: 'opens a file', witness: new Witness() })).signIn(cafe.applicant, '/account');
      const { documents } = await person.get<{ documents: { id: string }[] }>(`/api/cases/${file.id}`);
      const path = `/api/documents/${documents[0]?.id}/content`;
      const real = await person.api.get(path);
      expect([real.status(), real.headers()['content-security-policy']]).toEqual([200, expect.stringMatching(/^sandbox;/)]);
      expect(await reachOf(person.page)).toMatchObject({ origin: new URL(person.page.url()).origin, storage: expect.stringMatching(/^\d+$/) });
      for (const [type, body] of HOSTILE) {
        const { 'content-disposition': _, 'content-length': __, ...headers } = real.headers();
        await person.page.route(`**${path}`, (route) => route.fulfill({ status: 200, headers: { ...headers, 'content-type': type }, body }));
        await person.page.goto(path);
        expect([type, await reachOf(person.page)]).toEqual([type, { origin: 'null', cookie: 'SecurityError', storage: 'SecurityError', hurt: 'undefined' }]);
        await person.page.unroute(`**${path}`);
      }
      expect((await person.context.cookies()).filter(({ name }) => name === 'hurt')).toEqual([]);
      expect((await person.get<{ isSignedIn: boolean }>('/api/auth/me')).isSignedIn).toBe(true);
    } finally {
      await browser.close();
    }
  });
});

function reachOf(page: Page): Promise<unknown> {
  return page.evaluate(REACH);
}
