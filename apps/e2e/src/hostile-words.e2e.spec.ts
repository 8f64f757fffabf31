import type { CaseAnswers } from '@anuyat/licence-kit';
import type { CaseView, MonitorPage, TaskPage } from '@anuyat/contract';
import { cafe, factory, type Story } from '../../sandbox/src/scenario/stories';
import { eventually, submitted, underWay, visitorOf } from './support/beforehand';
import { openBrowser } from './support/browser';
import { deciderOf } from './support/officer';
import { Person } from './support/person';
import { Witness } from './support/witness';

/** What would leave a mark in the page if a browser took it for more than words. */
const HOSTILE = [
  '<img src=x onerror="window.hurt=1">',
  '"><svg onload=window.hurt=1>',
  '</title><script>window.hurt=1</script>',
  "{{constructor.constructor('window.hurt=1')()}}",
  '<a href="javascript:window.hurt=1">x</a>',
  '${window.hurt=1}`+window.hurt+`',
] as const;

/** Fields of free words, which officers, monitors and whoever files read again. */
const FREE = ['nameTh', 'nameEn', 'road', 'openingHours', 'goods', 'dishes', 'products', 'rawMaterials', 'waste', 'plotNo', 'text'];
/** What takes a few letters only. */
const SHORTEST = '<b>x</b>';
const TAKES_FEW = ['plotNo'];

function hostile(story: Story): Story {
  let at = 0;
  const turned = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((part) => turned(part, key));
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, turned(part, name)]));
    if (typeof value !== 'string' || !FREE.includes(key)) return value;
    return TAKES_FEW.includes(key) ? SHORTEST : HOSTILE[at++ % HOSTILE.length];
  };
  return { ...story, rest: turned(story.rest) as CaseAnswers };
}

describe('words that would be more than words', () => {
  it('stay words for officers, monitors and applicants, on every page that shows them', async () => {
    const witness = new Witness();
    const browser = await openBrowser();
    const open = async (persona: string, ...paths: string[]): Promise<string> => {
      const person = await (await Person.arrive(browser, { who: `hostile words ${persona}`, witness })).signIn(persona, '/account');
      let shown = '';
      for (const path of paths) {
        await person.open(path);
        await person.page.waitForLoadState('networkidle');
        await person.page.evaluate(`document.querySelectorAll('main details').forEach((fold) => { fold.open = true; })`);
        await person.page.waitForLoadState('networkidle');
        expect([path, await person.page.evaluate('window.hurt ?? null')]).toEqual([path, null]);
        expect([path, await person.page.locator('main :is(script, [onerror], [onload], a[href^="javascript"])').count()]).toEqual([path, 0]);
        shown += (await person.page.locator('main').textContent()) ?? '';
      }
      await person.shoot('last page');
      await person.leave();
      return shown;
    };
    try {
      const plant = await submitted(hostile(factory));
      const shop = await underWay(hostile(cafe), { asks: ['sanitation'], isUnanswered: true });
      for (const file of [plant, shop]) {
        const words = await open((file === plant ? factory : cafe).applicant, '/my', `/my/cases/${file.id}`, '/my/notices', '/my/vault');
        expect(words).toContain((file.answers['business'] as { nameTh: string }).nameTh);
        const now = await (await visitorOf(file === plant ? factory : cafe)).get<CaseView>(`/api/cases/${file.id}`);
        for (const { code, id, lanes } of now.details) {
          for (const { office } of lanes.filter(({ owner }) => owner?.startsWith('office:'))) {
            const persona = deciderOf(office.code);
            const officer = await visitorOf({ applicant: persona });
            const task = await eventually(`task of ${code}`, async () => (await officer.get<TaskPage>('/api/tasks?limit=100')).items.find(({ applicationId }) => applicationId === id));
            expect(await open(persona, '/desk', `/desk/tasks/${task.id}`)).toContain('window.hurt=1');
          }
        }
      }
      const monitor = await visitorOf({ applicant: 'eec-monitor' });
      const { items } = await monitor.get<MonitorPage>('/api/monitor/applications?limit=100');
      const watched = items.filter(({ id }) => plant.details.some((detail) => detail.id === id));
      expect(watched.length).toBeGreaterThan(0);
      expect(await open('eec-monitor', '/monitor', '/monitor/applications', ...watched.map(({ id }) => `/monitor/applications/${id}`))).toContain('window.hurt=1');
      expect(witness.complaints).toEqual([]);
      expect((await (await visitorOf(cafe)).get<CaseView>(`/api/cases/${shop.id}`)).status).toBe('submitted');
    } finally {
      await browser.close();
    }
  }, 240_000);
});
