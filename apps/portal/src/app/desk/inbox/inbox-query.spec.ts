import { REVIEW_STAGES } from '@anuyat/licence-kit';
import en from '../i18n/en.json' with { type: 'json' };
import th from '../i18n/th.json' with { type: 'json' };
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

it('every stage of a review has its words, and can be chosen', () => {
  for (const stage of REVIEW_STAGES) {
    expect([th.stages[stage], en.stages[stage]]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
    expect(readQuery({ stage }).stage).toBe(stage);
  }
});
