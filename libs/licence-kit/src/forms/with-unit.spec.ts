import { withUnit } from './with-unit';

describe('a figure with its unit', () => {
  it.each([
    ['2', { th: 'คน', en: 'people' }, '2 people'],
    ['1', { th: 'คน', en: 'people' }, '1 person'],
    ['1', { th: 'ชั้น', en: 'storeys' }, '1 storey'],
    ['1', { th: 'ตารางเมตร', en: 'm²' }, '1 m²'],
    ['0.1', { th: 'ปี', en: 'years' }, '0.1 years'],
    ['1', { th: 'บาท', en: 'baht' }, '1 baht'],
  ])('%s of %j is %s', (figure, unit, said) => {
    expect(withUnit(figure, unit)).toEqual({ th: `${figure} ${unit.th}`, en: said });
  });

  it('is the figure alone where there is no unit', () => {
    expect(withUnit('7', undefined)).toEqual({ th: '7', en: '7' });
  });
});
