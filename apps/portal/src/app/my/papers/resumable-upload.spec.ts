import type { UploadView } from '@anuyat/contract';
import { ResumableUpload } from './resumable-upload';
import { UploadCancelled, UploadRefused, type Answer, type Asked, type Wire } from './wire';

const MB = 1024 * 1024;
const place = { caseId: 'c', code: 'plan', business: null };
const lost: Answer = { status: 0, header: () => null, body: null };
const answer = (status: number, headers: Record<string, string> = {}, body: unknown = null): Answer => ({ status, header: (name) => headers[name] ?? null, body });
const refusal = (status: number, code: string) => answer(status, {}, { code, status, title: { th: code, en: code } });

/** A server that holds what has arrived; `fail` may answer a call in its place. */
class Server {
  readonly calls: string[] = [];
  readonly bytes: Uint8Array[] = [];
  begun: Partial<UploadView>[] = [];
  isThere = false;
  paper: Answer = answer(200, {}, { id: 'paper' });
  fail: (call: string) => Answer | undefined = () => undefined;

  readonly wire: Wire = async (asked) => {
    const call = `${asked.method} ${asked.url}`;
    this.calls.push(call);
    return this.fail(call) ?? this.answer(asked);
  };

  get received(): number {
    return this.bytes.reduce((sum, { length }) => sum + length, 0);
  }

  private async answer({ method, headers = {}, body, progress }: Asked): Promise<Answer> {
    if (method === 'GET') return answer(200, {}, this.begun);
    if (method === 'POST') {
      this.isThere = true;
      return answer(201, { Location: '/api/uploads/1' });
    }
    if (method === 'DELETE') this.isThere = false;
    if (!this.isThere) return refusal(404, 'not-found');
    if (method === 'HEAD') return answer(200, { 'Upload-Offset': String(this.received) });
    if (method === 'PUT') return this.paper;
    if (method === 'DELETE') return answer(204);
    if (Number(headers['Upload-Offset']) !== this.received) return refusal(409, 'upload-offset');
    const part = new Uint8Array(await (body as Blob).arrayBuffer());
    progress?.(part.length);
    this.bytes.push(part);
    return answer(204, { 'Upload-Offset': String(this.received) });
  }
}

const content = Uint8Array.from({ length: 5 * MB }, (_, at) => (at * 7) % 251);
/** jsdom's files cannot be read as buffers. */
const readable = (bytes: Uint8Array<ArrayBuffer>) => ({ arrayBuffer: () => Promise.resolve(bytes.buffer) });
const file = Object.assign(new File([content], 'แผนผัง.pdf', { type: 'application/pdf' }), readable(content), { slice: (from?: number, to?: number) => readable(content.slice(from, to)) as Blob });
const same = (parts: readonly Uint8Array[]): boolean => {
  let at = 0;
  return parts.every((part) => part.every((byte) => byte === content[at++])) && at === content.length;
};
/** What the browser is made to say of the file, which jsdom cannot digest. */
const sha256 = '07'.repeat(32);
beforeAll(() => Object.defineProperty(globalThis.crypto, 'subtle', { configurable: true, value: { digest: () => Promise.resolve(new Uint8Array(32).fill(7).buffer) } }));
const soon = [0, 0];

/** Waits until something is so. @throws where it never comes to it. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turns = 0; !isSo(); turns += 1) {
    if (turns > 2_000) throw new Error('It never came to it.');
    await new Promise((resolve) => setTimeout(resolve));
  }
}

describe('a file that is sent in parts', () => {
  it('begins, is sent from its beginning to its end, and becomes a paper', async () => {
    const server = new Server();
    const run = new ResumableUpload<{ id: string }>(server.wire, file, place, soon);
    expect(await run.done).toEqual({ id: 'paper' });
    expect(same(server.bytes)).toBe(true);
    expect(server.calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'POST', 'HEAD', 'PATCH', 'PATCH', 'PATCH', 'PUT']);
    expect(run.now()).toEqual({ name: 'แผนผัง.pdf', percent: 100, state: 'checking' });
  });

  it('goes on by itself from where the server stands when the connection is lost, whichever call it was', async () => {
    for (const broken of ['POST /api/uploads', 'HEAD /api/uploads/1', 'PATCH /api/uploads/1', 'PUT /api/uploads/1/paper']) {
      const server = new Server();
      let failures = 2;
      server.fail = (call) => (call === broken && failures-- > 0 ? lost : undefined);
      await new ResumableUpload(server.wire, file, place, soon).done;
      expect([broken, server.received]).toEqual([broken, content.length]);
    }
  });

  it('asks the person once no pause is left, goes on when told, and begins with short pauses again', async () => {
    const server = new Server();
    let isAway = true;
    server.fail = (call) => (isAway && call.startsWith('PATCH') ? answer(503) : undefined);
    const run = new ResumableUpload(server.wire, file, place, soon);
    const parts = () => server.calls.filter((call) => call.startsWith('PATCH')).length;
    await until(() => run.now().state === 'stopped');
    expect(parts()).toBe(3);
    run.goOn();
    await until(() => run.now().state === 'stopped' && parts() === 6);
    isAway = false;
    globalThis.dispatchEvent(new Event('online'));
    await run.done;
    expect(server.received).toBe(content.length);
  });

  it('goes on with what was begun before for the same place with the same content, and with nothing else', async () => {
    const one = { id: '1', caseId: 'c', code: 'plan', business: null, bytes: content.length, sha256 };
    for (const [begun, isSame] of [[one, true], [{ ...one, code: 'map' }, false], [{ ...one, caseId: null }, false], [{ ...one, sha256: '0'.repeat(64) }, false]] as const) {
      const server = new Server();
      server.begun = [begun];
      server.isThere = true;
      server.bytes.push(content.subarray(0, isSame ? 3 * MB : 0));
      await new ResumableUpload(server.wire, file, place, soon).done;
      expect([begun, server.calls.includes('POST /api/uploads')]).toEqual([begun, !isSame]);
      expect(same(server.bytes)).toBe(true);
    }
  });

  it('begins anew where the server has let go of it, but not without end', async () => {
    const server = new Server();
    server.fail = (call) => (call.startsWith('HEAD') ? refusal(404, 'not-found') : undefined);
    await expect(new ResumableUpload(server.wire, file, place, soon).done).rejects.toMatchObject({ problem: { code: 'not-found' } });
    expect(server.calls.filter((call) => call.startsWith('POST'))).toHaveLength(3);
  });

  it.each([['file-faulty', 422, false], ['upload-checksum', 460, false], ['room-full', 413, true], ['not-signed-in', 401, true]])('that is refused as %s ends with the refusal; is it kept for another try', async (code, status, isKept) => {
    const server = new Server();
    server.paper = refusal(status, code);
    const { done } = new ResumableUpload(server.wire, file, place, soon);
    await expect(done).rejects.toBeInstanceOf(UploadRefused);
    await expect(done).rejects.toMatchObject({ problem: { code } });
    expect(server.isThere).toBe(isKept);
  });

  it('is given up by the person at any time, and nothing of it stays', async () => {
    const server = new Server();
    server.fail = (call) => (call.startsWith('PATCH') ? lost : undefined);
    const run = new ResumableUpload(server.wire, file, place, [3_600_000]);
    await until(() => run.now().state === 'waiting');
    run.cancel();
    await expect(run.done).rejects.toBeInstanceOf(UploadCancelled);
    expect(server.isThere).toBe(false);
  });
});
