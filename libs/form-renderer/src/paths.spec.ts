import { answerAt, fieldId, toldChange, withAnswer } from './paths';

describe('answers by path', () => {
  it('are changed without touching the old tree', () => {
    const old = { premises: { areaSqm: 80 }, workers: { men: 2 } };
    const next = withAnswer(old, 'premises.areaSqm', 120);
    expect(next).toEqual({ premises: { areaSqm: 120 }, workers: { men: 2 } });
    expect(old.premises.areaSqm).toBe(80);
    expect(next['workers']).toBe(old.workers);
  });

  it('grow groups that were not there, and rows of lists', () => {
    expect(withAnswer({}, 'premises.address.road', 'สุขุมวิท')).toEqual({ premises: { address: { road: 'สุขุมวิท' } } });
    expect(withAnswer({}, 'signs.0.text', 'ครัวน้ำใส')).toEqual({ signs: [{ text: 'ครัวน้ำใส' }] });
    expect(withAnswer({}, 'signs.1.text', 'b')).toEqual({ signs: [{}, { text: 'b' }] });
    expect(withAnswer({ signs: [{ text: 'a' }, {}] }, 'signs.1.widthCm', 90)).toEqual({ signs: [{ text: 'a' }, { widthCm: 90 }] });
  });

  it('are taken away by null', () => {
    expect(withAnswer({ business: { nameEn: 'x', nameTh: 'ก' } }, 'business.nameEn', null)).toEqual({ business: { nameTh: 'ก' } });
  });

  it('are found, or are nothing', () => {
    expect(answerAt({ signs: [{ widthCm: 90 }] }, 'signs.0.widthCm')).toBe(90);
    expect(answerAt({}, 'signs.0.widthCm')).toBeUndefined();
  });

  it('inside a list are told as the whole list', () => {
    expect(toldChange({ signs: [{ widthCm: 90 }] }, 'signs.0.widthCm')).toEqual({ path: 'signs', value: [{ widthCm: 90 }] });
    expect(toldChange({ premises: { areaSqm: 5 } }, 'premises.areaSqm')).toEqual({ path: 'premises.areaSqm', value: 5 });
    expect(toldChange({}, 'premises.estate')).toEqual({ path: 'premises.estate', value: null });
  });

  it('have an id that an error summary can lead to', () => {
    expect(fieldId('signs.0.widthCm')).toBe('f-signs-0-widthCm');
  });
});
