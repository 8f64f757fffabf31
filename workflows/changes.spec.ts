import { changeOf } from '@anuyat/licence-kit';
import { prove } from '@anuyat/licence-kit/prover';
import { licences } from './registry';

describe.each(licences.map((licence) => [licence.code, licence] as const))('a change to %s', (_, licence) => {
  it('keeps every promise that a new licence keeps', () => {
    expect(prove(changeOf(licence)).promises.filter(({ isKept }) => !isKept)).toEqual([]);
  });
});
