import { createHash, randomBytes } from 'node:crypto';
import type { Browser, CDPSession } from 'playwright-core';
import type { CaseView, UploadView } from '@anuyat/contract';
import { cafe } from '../../sandbox/src/scenario/stories';
import { drafted, eventually } from './support/beforehand';
import { openBrowser } from './support/browser';
import { inOrder } from './support/in-order';
import { Person } from './support/person';
import { Witness } from './support/witness';

const MB = 1024 * 1024;
const free = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

/** A plan that nobody else has. */
function planOf(bytes: number): Buffer {
  const body = '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n';
  return Buffer.from(`%PDF-1.7\n% ${randomBytes(bytes / 2).toString('hex')}\n${body}`);
}

describe('a person on a phone whose connection breaks in the middle of an upload', () => {
  const witness = new Witness();
  witness.expects(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/, /(423|409) (PATCH|PUT) \/api\/uploads/, /status of (423|409)/);
  const plan = { name: 'แผนผังร้าน.pdf', mimeType: 'application/pdf', buffer: planOf(6 * MB) };
  let browser: Browser;
  let person: Person;
  let line: CDPSession;
  let id: string;
  const then = inOrder(() => person.shoot('failed'));
  const slot = () => person.page.locator('#paper-floor-plan');
  const choose = (file: typeof plan) => person.page.locator('#file-floor-plan').setInputFiles(file);
  const hasSent = (percent: number) => eventually(`progress of ${percent}%`, async () => {
    const bar = person.page.locator('anuyat-sending progress');
    return (await bar.count()) > 0 && Number(await bar.getAttribute('value')) >= percent ? true : undefined;
  });
  const weak = () => line.send('Network.emulateNetworkConditions', { ...free, uploadThroughput: 2 * MB });
  const cut = () => line.send('Network.emulateNetworkConditions', { ...free, offline: true });
  const attached = async (content: Buffer): Promise<true | undefined> => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return (await person.get<CaseView>(`/api/cases/${id}`)).documents.some((paper) => paper.sha256 === sha256 && paper.code === 'floor-plan') || undefined;
  };

  beforeAll(async () => {
    browser = await openBrowser();
    ({ id } = await drafted(cafe));
    person = await (await Person.arrive(browser, { who: 'broken upload', size: 'phone', witness })).signIn('malee', `/my/cases/${id}/documents`);
    line = await person.context.newCDPSession(person.page);
    await line.send('Network.enable');
  }, 120_000);
  afterAll(() => browser.close());

  then('reads that it goes on by itself, and it does once there is a connection again', async () => {
    await weak();
    await choose(plan);
    await hasSent(35);
    await cut();
    await slot().getByText(person.say('my.papers.connectionLost')).waitFor();
    await person.shoot('lost');
    await line.send('Network.emulateNetworkConditions', free);
    await slot().getByText(plan.name).first().waitFor();
    await eventually('plan', () => attached(plan.buffer));
  });

  then('finds it after the page was closed, chooses the same file, and only the rest is sent', async () => {
    const other = { ...plan, name: 'แบบแปลน.pdf', buffer: planOf(6 * MB) };
    await weak();
    await choose(other);
    await hasSent(50);
    await person.page.route('**/api/uploads/*', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await slot().getByText(person.say('my.papers.connectionLost')).waitFor();
    await person.open('/my/vault');
    await person.page.unrouteAll();
    await line.send('Network.emulateNetworkConditions', free);
    await person.open(`/my/cases/${id}/documents`);
    const begun = await eventually('unfinished upload', async () => (await person.get<UploadView[]>('/api/uploads'))[0]);
    expect(begun.received).toBeGreaterThan(2 * MB);
    await slot().getByText(person.say('my.papers.unfinished')).waitFor();
    await person.shoot('unfinished');
    const parts: number[] = [];
    person.page.on('request', (request) => request.method() === 'PATCH' && parts.push(Number(request.headers()['upload-offset'])));
    await choose(other);
    await eventually('plan', () => attached(other.buffer));
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(begun.received);
  });

  then('and nothing else went wrong in the browser', () => {
    expect(witness.complaints).toEqual([]);
  });
});
