import { isNarrowed, readQuery, writeQuery } from './inbox-query';

describe('the inbox in the address', () => {
  it('is read back as it was written', () => {
    const query = { mine: true, overdue: true, escalated: true, stage: 'decision', licence: 'cafe', q: 'ครัว', sort: 'new', after: 'abc' } as const;
    expect(readQuery(writeQuery(query))).toEqual(query);
  });

  it('leaves out what is as usual', () => {
    expect(writeQuery(readQuery({}))).toEqual({});
  });

  it('does not know stages, orders and lists that there are not', () => {
    expect(readQuery({ stage: 'nonsense', sort: 'oldest', q: ['a', 'b'], mine: '1' })).toEqual(readQuery({}));
  });

  it('is not narrowed by order or page', () => {
    expect(isNarrowed(readQuery({ sort: 'new', after: 'abc' }))).toBe(false);
    expect(isNarrowed(readQuery({ q: 'ครัว' }))).toBe(true);
  });
});
