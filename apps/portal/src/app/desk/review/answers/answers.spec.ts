import { topics } from '@anuyat/dictionary';
import { aTask } from '../../testing/a-task';
import { addressWords } from './address-words';
import { answerRows, isAbout } from './answer-rows';
import { answerValue } from './answer-value';
import { changedDocuments, changedFacts } from './changes';

const signs = topics.find(({ id }) => id === 'signs');
const paper = (id: string, sha256 = id) => ({
  id, caseId: 'case-1', code: 'plan', title: { th: 'แผนผัง', en: 'Plan' }, fileName: `${id}.pdf`, kind: 'application/pdf' as const, bytes: 1, sha256, uploadedAt: '2026-11-21T00:00:00Z', issuedOn: null, expiresOn: null, scan: 'clean' as const,
});

describe('answers as officers read them', () => {
  it('stand in the order of the form, what is missing among them', () => {
    const task = aTask();
    const rows = task.topics.flatMap((topic) => answerRows(topic, task.answers[topic.id]));
    expect(rows.map(({ path, value }) => [path, value.kind === 'words' ? value.words.en : value.kind])).toEqual([
      ['premises.areaSqm', '40 m²'], ['premises.tenure', 'Rented'], ['premises.openingHours', 'none'],
    ]);
  });

  it('have names for numbers, dates, money and telephones', () => {
    expect(answerValue({ type: 'string', format: 'juristic-id' }, '0205500000001')).toEqual({ kind: 'text', text: '0-2055-00000-00-1' });
    expect(answerValue({ type: 'string', format: 'iso-date' }, '2026-11-27')).toEqual({ kind: 'words', words: { th: '27 พฤศจิกายน 2569', en: '27 November 2026 (2569 BE)' } });
    expect(answerValue({ type: 'number', 'x-widget': 'money', 'x-unit': { th: 'บาท', en: 'baht' } }, 1_500_000.5)).toEqual({ kind: 'words', words: { th: '1,500,000.50 บาท', en: '1,500,000.50 baht' } });
    expect(answerValue({ type: 'string', format: 'thai-phone' }, '0812345678')).toEqual({ kind: 'phone', text: '081-234-5678', digits: '0812345678' });
    expect(answerValue({ type: 'boolean' }, false)).toEqual({ kind: 'words', words: { th: 'ไม่ใช่', en: 'No' } });
    expect(answerValue({ type: 'number' }, 0)).toEqual({ kind: 'text', text: '0' });
  });

  it('show a list as one table, with a cell for what a row leaves out', () => {
    const [row, ...others] = answerRows({ id: 'signs', title: { th: 'ป้าย', en: 'Signs' }, schema: signs?.schema ?? {} }, [{ kind: 'thai', widthCm: 120, text: 'ร้าน' }]);
    expect(others).toEqual([]);
    expect(row?.path).toBe('signs');
    expect(row?.value).toMatchObject({ kind: 'rows', rows: [[{ kind: 'words' }, { kind: 'none' }, { kind: 'words', words: { en: '120 cm' } }, { kind: 'none' }, { kind: 'none' }, { kind: 'text', text: 'ร้าน' }]] });
  });

  it('keep codes for the registers to name', () => {
    expect(answerValue({ type: 'array', 'x-widget': 'tsic', items: { type: 'string' } }, ['56101'])).toEqual({ kind: 'codes', register: 'activity', codes: ['56101'] });
    expect(answerValue({ type: 'string', 'x-widget': 'estate' }, 'laem-chabang')).toEqual({ kind: 'codes', register: 'estate', codes: ['laem-chabang'] });
  });

  it('write an address as people do, Bangkok in its own words', () => {
    const names: Record<string, string> = { '100101': 'พระบรมมหาราชวัง', '1001': 'พระนคร', '10': 'กรุงเทพมหานคร', '200401': 'บางละมุง', '2004': 'บางละมุง', '20': 'ชลบุรี' };
    const name = (code: string) => ({ th: names[code] ?? code, en: code });
    expect(addressWords({ houseNo: '9', road: 'หน้าพระลาน', subdistrict: '100101', district: '1001', province: '10', postcode: '10200' }, name).th).toBe('9 ถนนหน้าพระลาน แขวงพระบรมมหาราชวัง เขตพระนคร กรุงเทพมหานคร 10200');
    expect(addressWords({ houseNo: '1/2', moo: '3', subdistrict: '200401', district: '2004', province: '20', postcode: '20150' }, name).th).toBe('1/2 หมู่ 3 ตำบลบางละมุง อำเภอบางละมุง จังหวัดชลบุรี 20150');
  });
});

describe('a question', () => {
  it('is about the fact, and about the group or list that holds it', () => {
    expect(isAbout('premises.areaSqm', 'premises.areaSqm')).toBe(true);
    expect(isAbout('signs', 'signs.0.widthCm')).toBe(true);
    expect(isAbout('premises.address', 'premises')).toBe(true);
    expect(isAbout('premises.area', 'premises.areaSqm')).toBe(false);
  });
});

describe('what changed while a file was open', () => {
  it('is each fact with before and after', () => {
    const changed = changedFacts(aTask(), aTask({ answers: { premises: { areaSqm: 400, tenure: 'rent', openingHours: 'ทุกวัน' } } }));
    expect(changed.map(({ path, before, after }) => [path, before.kind, after.kind])).toEqual([['premises.areaSqm', 'words', 'words'], ['premises.openingHours', 'none', 'text']]);
  });

  it('is a fact that is asked no more', () => {
    expect(changedFacts(aTask(), aTask({ topics: [] })).map(({ path, after }) => [path, after.kind])).toEqual([['premises.areaSqm', 'none'], ['premises.tenure', 'none']]);
  });

  it('is nothing when nothing reads otherwise', () => {
    expect(changedFacts(aTask(), aTask({ answers: { premises: { tenure: 'rent', areaSqm: 40 } } }))).toEqual([]);
  });

  it('is a paper that came, went or was replaced', () => {
    const changed = changedDocuments(aTask({ documents: [paper('a'), paper('b')] }), aTask({ documents: [paper('b', 'other'), paper('c')] }));
    expect(changed.map(({ document, isNew }) => `${document.id} ${isNew ? 'came' : 'went'}`)).toEqual(['b came', 'c came', 'a went', 'b went']);
  });
});
