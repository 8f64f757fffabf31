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

describe('an administrator who publishes a new version', () => {
  const witness = new Witness();
  const then = inOrder(() => admin.shoot('failed'));
  let browser: Browser;
  let admin: Person;
  let running: CaseView;
  let before: number;
  let file: string;

  beforeAll(async () => {
    browser = await openBrowser();
    running = await submitted(restaurant);
    admin = await (await Person.arrive(browser, { who: 'administrator', witness })).signIn('admin', '/admin/versions');
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

  then('publishes it, and it comes into force', async () => {
    await admin.button('admin.versions.publishIt', { version: before + 1 }).click();
    await admin.page.locator('admin-publish-panel').waitFor({ state: 'detached' });
    await eventually('the new version in force', async () => {
      const { versions } = await admin.get<LicenceVersions>(`/api/admin/versions/${code}`);
      return versions.some(({ version, state }) => version === before + 1 && state === 'in-force') || undefined;
    });
    await admin.open(`/admin/versions/${code}`);
    await admin.reads(admin.say('admin.versions.states.in-force'));
    await admin.shoot('in force');
  });

  then('leaves the running case on the old version, while a new one follows the new', async () => {
    const versionOf = (file: CaseView) => file.details.find((application) => application.code === code)?.version;
    const fresh = await submitted(restaurant);
    expect([versionOf(running), versionOf(fresh)]).toEqual([before, before + 1]);
  });

  then('moves the running application that moves safely, and its history says so', async () => {
    await admin.open(`/admin/versions/${code}/${before + 1}`);
    await admin.button('admin.versions.dryRun').click();
    const number = running.details.find((application) => application.code === code)?.number ?? '';
    const row = admin.page.locator('admin-moves-panel tbody tr').filter({ hasText: number });
    await row.waitFor();
    await row.getByText(admin.say('admin.versions.verdicts.safe')).waitFor();
    await admin.page.locator('admin-moves-panel button[type="submit"]').click();
    await row.waitFor({ state: 'detached' });
    await admin.shoot('moved');
  });

  it('left nothing to complain about', () => {
    expect(witness.complaints).toEqual([]);
  });
});
