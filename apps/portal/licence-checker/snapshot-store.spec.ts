import { keptSnapshot, newestSnapshot } from './snapshot-store';

const good = JSON.stringify({ takenAt: '2026-11-20T03:00:00Z', keys: [], agencies: {}, titles: {}, lists: {} });
const newer = good.replace('11-20', '11-22');

/** What answers in the portal's place; undefined: no network. */
const answering = (text: string | undefined, status = 200): void => {
  globalThis.fetch = (() => (text === undefined ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ ok: status < 300, text: () => Promise.resolve(text) }))) as unknown as typeof fetch;
};

describe('the snapshot that a device keeps', () => {
  const { fetch } = globalThis;
  // The browser’s own limit of a request is not in this environment.
  const timeout = AbortSignal.timeout as typeof AbortSignal.timeout | undefined;
  beforeAll(() => Object.assign(AbortSignal, { timeout: () => new AbortController().signal }));
  beforeEach(async () => {
    localStorage.clear();
    answering(good);
    expect((await newestSnapshot()).isOnline).toBe(true);
  });
  afterAll(() => {
    globalThis.fetch = fetch;
    Object.assign(AbortSignal, { timeout });
  });

  it('gives way to a newer one, and is there without a network', async () => {
    answering(newer);
    expect((await newestSnapshot()).snapshot?.takenAt).toContain('11-22');
    answering(undefined);
    expect(await newestSnapshot()).toEqual({ snapshot: JSON.parse(newer), isOnline: false });
  });

  it.each([['a sign-in page of the network', '<html>Welcome to our hotel</html>', 200], ['half an answer', good.slice(0, 30), 200], ['something else', '{"ok":true}', 200], ['nothing', 'null', 200], ['a failure', newer, 503]])('stays when %s comes in its place', async (_, text, status) => {
    answering(text, status);
    expect(await newestSnapshot()).toEqual({ snapshot: JSON.parse(good), isOnline: false });
    expect(keptSnapshot()).toEqual(JSON.parse(good));
  });
});
