import { csvCell, csvOf } from './csv';

describe('a cell', () => {
  it.each([
    '=1+1', '+66', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =HYPERLINK("http://x")', '\n=1', '＝1+1', '＋1', '－1', '＠SUM(A1)', '\u200B=1', '\u00A0=1', '\u0000=1', '\t', '\rx',
  ])('that begins like a formula is no formula: %j', (text) => {
    expect(csvCell(text)).toMatch(/^"'/);
  });

  it.each([['ฝนตก', 'ฝนตก'], ['a,b', '"a,b"'], ['he said "no"', '"he said ""no"""'], ['one\ntwo', '"one\ntwo"'], ['2026-12-01', '2026-12-01'], ['', ''], ['1-2', '1-2'], ['a=b', 'a=b']])('that is plain stays so: %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

it('a table is read as UTF-8, and its lines end as RFC 4180 has them', () => {
  expect(csvOf(['ชื่อ', 'n'], [['=A1', '1']])).toBe('\uFEFFชื่อ,n\r\n"\'=A1",1\r\n');
});
