import type { Browser } from 'playwright-core';
import type { CaseView, MonitoredApplication, MonitorPage } from '@anuyat/contract';
import { factory } from '../../sandbox/src/scenario/stories';
import { eventually, submitted } from './support/beforehand';
import { openBrowser } from './support/browser';
import { inOrder } from './support/in-order';
import { deciderOf, Officer } from './support/officer';
import { Person } from './support/person';
import { Witness } from './support/witness';

describe('whoever watches an estate', () => {
  const witness = new Witness();
  const then = inOrder(() => monitor.shoot('failed'));
  let browser: Browser;
  let monitor: Person;
  let file: CaseView;
  let application: CaseView['details'][number];
  let listed: MonitoredApplication;

  beforeAll(async () => {
    browser = await openBrowser();
    file = await submitted(factory);
    application = file.details.find(({ code }) => code === 'estate-land-use') ?? application;
    monitor = await (await Person.arrive(browser, { who: 'estate monitor', witness })).signIn('estate-monitor', '/monitor');
  });
  afterAll(() => browser.close());

  then('sees the estate with its applications on the map and beside it', async () => {
    await monitor.page.locator('.territory-canvas .mark').first().waitFor();
    await monitor.reads('นิคมอุตสาหกรรมแหลมฉบัง');
    await monitor.shoot('overview');
  });

  then('finds an application by its number and reads how far it is', async () => {
    const { items } = await monitor.get<MonitorPage>(`/api/monitor/applications?q=${application.number}`);
    listed = items.find(({ id }) => id === application.id) ?? listed;
    await monitor.page.locator('a[href^="/monitor/applications"]').first().click();
    await monitor.arrivesAt('/monitor/applications');
    await monitor.page.getByRole('searchbox').fill(application.number ?? '');
    await monitor.page.waitForURL((url) => url.searchParams.get('q') === application.number);
    const row = monitor.page.locator('tbody tr').filter({ hasText: application.number ?? '' });
    await monitor.shoot('found');
    await row.getByRole('link').first().click();
    await monitor.arrivesAt(`/monitor/applications/${application.id}`);
    await monitor.reads(monitor.say('monitor.view.readOnly'));
    await monitor.reads(application.number ?? '');
    for (const { office } of application.lanes) await monitor.reads(office.title.th);
    await monitor.shoot('read only');
  });

  then('reads nothing of the person, and has nothing to press that would change it', async () => {
    const { phone = '', email = '' } = file.answers['applicant'] as { phone?: string; email?: string };
    const text = (await monitor.page.locator('main').textContent()) ?? '';
    expect([phone, email].filter((word) => text.includes(word))).toEqual([]);
    const buttons = await monitor.page.locator('main').getByRole('button').allInnerTexts();
    expect(buttons.map((words) => words.trim()).filter((words) => words !== monitor.say('monitor.view.print') && !words.startsWith('ดูทั้งหมด'))).toEqual([]);
    expect(await monitor.page.locator('main form').count()).toBe(0);
  });

  then('is refused by the portal itself when it is tried all the same', async () => {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    const tries = [
      monitor.api.post(`/api/applications/${application.id}/events`, { data: { type: 'estate.approved', data: {} }, headers }),
      monitor.api.post(`/api/applications/${application.id}/events`, { data: { type: 'withdrawn', data: {} }, headers: { 'Idempotency-Key': crypto.randomUUID() } }),
      monitor.api.get(`/api/cases/${file.id}`),
      monitor.api.get('/api/tasks'),
    ];
    const answers = await Promise.all(tries);
    expect(answers.filter((reply) => ![403, 404].includes(reply.status())).map((reply) => `${reply.status()} ${reply.url()}`)).toEqual([]);
  });

  then('sees what the office of the estate decided', async () => {
    const { office, title } = application.lanes.find(({ id }) => id === 'estate') ?? application.lanes[0] ?? { office: { code: '' }, title: { th: '' } };
    const officer = new Officer(await (await Person.arrive(browser, { who: 'estate officer', witness })).signIn(deciderOf(office.code), '/desk'));
    await officer.take(application.number ?? '', 'estate');
    await officer.doSome(['accepted']);
    await officer.person.shoot('accepted');
    await eventually('news for the monitor', async () => {
      await monitor.open(`/monitor/applications/${application.id}`);
      return (await monitor.page.locator('ui-timeline').getByText(title.th).count()) > 0 || undefined;
    });
    await monitor.shoot('after the decision');
  });

  then('sees nothing of other estates and of Bangkok', async () => {
    const { items } = await monitor.get<MonitorPage>('/api/monitor/applications?limit=100');
    expect([...new Set(items.map(({ territory }) => territory.code))]).toEqual(['laem-chabang']);
  });

  it('left nothing to complain about', () => {
    expect(witness.complaints).toEqual([]);
  });
});
