import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { CaseView, LicenceVersions } from '@anuyat/contract';
import { licences } from '@anuyat/workflows';
import { restaurant } from '../../sandbox/src/scenario/stories';
import { eventually, submitted } from './support/beforehand';
import { openBrowser } from './support/browser';
import { inOrder } from './support/in-order';
import { Person } from './support/person';
import { Witness } from './support/witness';

const code = 'liquor-sale';

describe('two administrators who publish a new version', () => {
  const witness = new Witness();
  const then = inOrder(() => admin.shoot('failed'));
  let browser: Browser;
  let admin: Person;
  let second: Person;
  let running: CaseView;
  let before: number;
  let file: string;

  beforeAll(async () => {
    browser = await openBrowser();
    running = await submitted(restaurant);
    admin = await (await Person.arrive(browser, { who: 'administrator', witness })).signIn('admin', '/admin/versions');
    second = await (await Person.arrive(browser, { who: 'second administrator', size: 'phone', witness })).signIn('second-admin', '/admin/versions');
    const { versions } = await admin.get<LicenceVersions>(`/api/admin/versions/${code}`);
    before = versions.find(({ state }) => state === 'in-force')?.version ?? 0;
    const licence = licences.find((each) => each.code === code);
    if (!licence) throw new Error('The release has no such licence.');
    file = join(mkdtempSync(join(tmpdir(), 'anuyat-e2e-')), 'definition.json');
    writeFileSync(file, JSON.stringify({ ...licence, version: before + 1, texts: { ...licence.texts, en: { ...licence.texts.en, summary: 'Said in other words.' } } }));
  });
  afterAll(() => browser.close());

  then('brings a definition, and is told what is wrong with a file that is none', async () => {
    await admin.page.locator('#definition-file').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('no definition') });
    await admin.button('admin.versions.bringIt').click();
    await admin.reads(admin.say('admin.versions.faults.noJson'));
    await admin.shoot('a definition that is none');
    await admin.page.locator('#definition-file').setInputFiles(file);
    await admin.button('admin.versions.bringIt').click();
    await admin.arrivesAt(`/admin/versions/${code}/${before + 1}`);
  });

  then('sees what differs from the version in force, and what last month’s cases would have seen', async () => {
    await admin.reads(admin.say('admin.versions.diff', { from: before }));
    await admin.page.locator('.diff-section summary').filter({ hasText: admin.say('admin.versions.sections.texts') }).click();
    await admin.reads('texts.summary');
    await admin.button('admin.versions.shadowStart').click();
    await admin.page.locator('admin-shadow-panel [role="status"]').waitFor();
    await admin.button('admin.versions.dryRun').click();
    await admin.page.locator('admin-moves-panel tbody tr').first().waitFor();
    await admin.shoot('before publishing');
  });

  then('proposes it, and cannot confirm it: the second one declines with a reason, and confirms what is proposed again', async () => {
    await admin.button('admin.versions.proposeIt', { version: before + 1 }).click();
    await admin.reads(admin.say('admin.versions.proposals.waitsForAnother'));
    expect(await admin.page.locator('admin-proposal-card button').count()).toBe(1);
    await admin.shoot('proposed');
    await second.page.reload();
    await second.page.getByText(second.say('admin.versions.proposals.waits', { version: before + 1 })).click();
    await second.arrivesAt(`/admin/versions/${code}/${before + 1}`);
    await second.button('admin.versions.proposals.decline').click();
    await second.reads(second.say('admin.versions.faults.reason'));
    await second.page.locator('admin-proposal-card textarea').fill('ขอตรวจถ้อยคำภาษาอังกฤษก่อน');
    await second.shoot('about to decline');
    await second.button('admin.versions.proposals.decline').click();
    await second.page.locator('.proposal').waitFor({ state: 'detached' });
    await admin.page.reload();
    await admin.page.locator('admin-proposals-panel summary').click();
    await admin.reads('ขอตรวจถ้อยคำภาษาอังกฤษก่อน');
    await admin.button('admin.versions.proposeIt', { version: before + 1 }).click();
    await admin.reads(admin.say('admin.versions.proposals.waitsForAnother'));
    await second.page.reload();
    await second.button('admin.versions.proposals.confirm.publication', { version: before + 1 }).click();
    await second.page.locator('.proposal').waitFor({ state: 'detached' });
  });

  then('sees it come into force, with both names', async () => {
    await eventually('the new version in force', async () => {
      const { versions } = await admin.get<LicenceVersions>(`/api/admin/versions/${code}`);
      return versions.some(({ version, state }) => version === before + 1 && state === 'in-force') || undefined;
    });
    await admin.open(`/admin/versions/${code}`);
    await admin.reads(admin.say('admin.versions.states.in-force'));
    await admin.reads(admin.say('admin.versions.proposals.by'));
    await admin.shoot('in force');
  });

  then('leaves the running case on the old version, while a new one follows the new', async () => {
    const versionOf = (file: CaseView) => file.details.find((application) => application.code === code)?.version;
    const fresh = await submitted(restaurant);
    expect([versionOf(running), versionOf(fresh)]).toEqual([before, before + 1]);
  });

  then('proposes to move the running application that moves safely, and the second one moves it', async () => {
    await admin.open(`/admin/versions/${code}/${before + 1}`);
    await admin.button('admin.versions.dryRun').click();
    const number = running.details.find((application) => application.code === code)?.number ?? '';
    const row = admin.page.locator('admin-moves-panel tbody tr').filter({ hasText: number });
    await row.waitFor();
    await row.getByText(admin.say('admin.versions.verdicts.safe')).waitFor();
    // Other stories leave applications of this licence under way, which move with it.
    const count = await admin.page.locator('admin-moves-panel tbody input:checked').count();
    expect(count).toBeGreaterThan(0);
    await admin.page.locator('admin-moves-panel button[type="submit"]').click();
    await admin.reads(admin.say('admin.versions.proposals.waitsForAnother'));
    await second.page.reload();
    await second.button('admin.versions.proposals.confirm.move', { count }).click();
    await second.page.locator('.proposal').waitFor({ state: 'detached' });
    await second.page.locator('admin-proposals-panel summary').click();
    await second.shoot('moved');
    await admin.page.reload();
    await admin.button('admin.versions.dryRun').click();
    await admin.page.locator('admin-moves-panel [role="status"]').waitFor();
    expect(await row.count()).toBe(0);
  });

  it('left nothing to complain about', () => {
    expect(witness.complaints).toEqual([]);
  });
});
