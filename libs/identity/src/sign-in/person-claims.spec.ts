import { readClaims } from './person-claims';

const thaid = { iss: 'https://id.example', sub: 's1', name: 'สมชาย ใจดี', name_en: 'Somchai Jaidee', title: 'นาย', given_name: 'สมชาย', family_name: 'ใจดี', pid: '8999900000011', ial: '2.3' };

describe('what the provider says of a person', () => {
  it('is read as ThaID writes it', () => {
    expect(readClaims(thaid)).toEqual({
      issuer: 'https://id.example',
      subject: 's1',
      name: { th: 'สมชาย ใจดี', en: 'Somchai Jaidee' },
      parts: { title: 'นาย', firstName: 'สมชาย', lastName: 'ใจดี' },
      personalId: '8999900000011',
      ial: '2.3',
    });
  });

  it('makes a name of its parts, and one language’s name do for the other', () => {
    expect(readClaims({ iss: 'i', sub: 's', given_name: 'สมชาย', family_name: 'ใจดี' }).name).toEqual({ th: 'สมชาย ใจดี', en: 'สมชาย ใจดี' });
    expect(readClaims({ iss: 'i', sub: 's', name_en: 'Anna Sample' }).name).toEqual({ th: 'Anna Sample', en: 'Anna Sample' });
  });

  it('never becomes a personal number that cannot be one', () => {
    for (const pid of ['8999900000012', '123', 8999900000011, { $ne: '' }, null]) expect(readClaims({ ...thaid, pid }).personalId).toBeUndefined();
  });

  it('is cut where it is endless', () => {
    expect(readClaims({ ...thaid, name: 'ก'.repeat(5_000) }).name.th).toHaveLength(200);
  });

  it.each(['iss', 'sub'])('is nothing without %s', (name) => {
    expect(() => readClaims({ ...thaid, [name]: undefined })).toThrow('does not say who');
  });

  it('is nothing without any name', () => {
    expect(() => readClaims({ iss: 'i', sub: 's', name: ' ' })).toThrow('does not say who');
  });
});
