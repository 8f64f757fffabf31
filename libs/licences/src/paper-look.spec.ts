import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPaperLook } from './paper-look';

describe('the emblem of papers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'anuyat-emblem-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function look(content: string) {
    const file = join(folder, 'emblem.svg');
    writeFileSync(file, content);
    return openPaperLook({ PAPER_NUMERALS: 'thai', PAPER_EMBLEM: file });
  }

  it('is the portal’s own where none is named', () => {
    expect(openPaperLook({ PAPER_NUMERALS: 'arabic' })).toEqual({ numerals: 'arabic' });
    expect(openPaperLook({ PAPER_NUMERALS: 'arabic', PAPER_EMBLEM: '' })).toEqual({ numerals: 'arabic' });
  });

  it('is read once, as it is', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>';
    expect(look(svg)).toEqual({ numerals: 'thai', emblem: svg });
  });

  it.each([
    ['is not there', () => openPaperLook({ PAPER_NUMERALS: 'thai', PAPER_EMBLEM: join(folder, 'none.svg') }), 'cannot be read'],
    ['is no drawing', () => look('a garuda'), 'cannot be drawn'],
    ['is too large for every paper to carry', () => look(' '.repeat(300_001)), 'larger than 300 kB'],
  ])('that %s keeps the program from starting, with the reason', (_, open, reason) => {
    expect(open).toThrow(reason);
  });
});
