import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { EstateCount } from '@anuyat/contract';
import { Language } from '@anuyat/ui';
import en from '../i18n/en.json' with { type: 'json' };
import { TerritoryTable } from './territory-table';

const territory = (code: string, kind: EstateCount['kind'], total: number, overdue = 0): EstateCount => ({
  code, kind, title: { th: code, en: code }, province: { th: 'ระยอง', en: 'Rayong' }, position: null, counts: { byStatus: {}, total, overdue },
});

describe('the table of territories', () => {
  async function show(territories: EstateCount[]) {
    TestBed.configureTestingModule({
      imports: [TerritoryTable, TranslocoTestingModule.forRoot({ langs: { en: { monitor: en } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true })],
      providers: [provideRouter([])],
    });
    TestBed.inject(Language).use('en');
    const fixture = TestBed.createComponent(TerritoryTable);
    fixture.componentRef.setInput('territories', territories);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return {
      names: () => [...page.querySelectorAll('tbody th')].map((cell) => cell.firstElementChild?.textContent),
      press: async (words: string) => {
        [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words))?.click();
        await fixture.whenStable();
      },
    };
  }

  const all = [territory('quiet', 'estate', 0), territory('busy', 'estate', 9), territory('late', 'zone', 2, 1)];

  it('begins with what is late, then with what is most, and folds away what is empty', async () => {
    const table = await show(all);
    expect(table.names()).toEqual(['late', 'busy']);
    await table.press('Show one place');
    expect(table.names()).toEqual(['late', 'busy', 'quiet']);
  });

  it('shows everything when everything is empty', async () => {
    expect((await show([territory('a', 'estate', 0), territory('b', 'zone', 0)])).names()).toEqual(['a', 'b']);
  });

  it('can show zones alone', async () => {
    const table = await show(all);
    await table.press('Zones');
    expect(table.names()).toEqual(['late']);
  });
});
