import { reaches } from './assurance';

describe('a level of assurance', () => {
  it.each([
    ['2.3', '2.1'],
    ['2.1', '2.1'],
    ['3', '2.3'],
  ])('%s is at least %s', (ial, lowest) => {
    expect(reaches(ial, lowest)).toBe(true);
  });

  it.each([
    ['1.3', '2.1'],
    ['2.1', '2.3'],
    ['2', '2.1'],
    ['high', '1'],
    ['', '1'],
    [undefined, '1'],
  ])('%s is not at least %s', (ial, lowest) => {
    expect(reaches(ial, lowest)).toBe(false);
  });
});
