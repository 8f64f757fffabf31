import { isNarrowed, readQuery, writeQuery } from './list-query';

describe('the list of applications in the address', () => {
  it('is read back as it was written', () => {
    const query = { territory: 'laem-chabang', licence: 'cafe', status: 'in-review', overdue: true, q: 'ครัว', after: 'abc' } as const;
    expect(readQuery(writeQuery(query))).toEqual(query);
    expect(writeQuery(readQuery({}))).toEqual({});
  });

  it('does not know states that there are not', () => {
    expect(readQuery({ status: 'lost', overdue: 'yes' })).toEqual(readQuery({}));
  });

  it('is narrowed by everything but the page', () => {
    expect(isNarrowed(readQuery({ after: 'abc' }))).toBe(false);
    expect(isNarrowed(readQuery({ overdue: 'true' }))).toBe(true);
    expect(isNarrowed(readQuery({ territory: 'eeci' }))).toBe(true);
  });
});
