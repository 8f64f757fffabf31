import { readDefinition } from './read-definition';

const file = (text: string): File => Object.assign(new Blob([text]), { name: 'licence.json', lastModified: 0, text: () => Promise.resolve(text) }) as unknown as File;

describe('a definition out of a file', () => {
  it('is an object of JSON', async () => {
    expect(await readDefinition(file('{"code":"hotel-business"}'))).toEqual({ definition: { code: 'hotel-business' } });
  });

  it.each([['[]'], ['not json'], ['7']])('is not %s', async (text) => {
    expect(await readDefinition(file(text))).toEqual({ fault: 'noJson' });
  });

  it('is chosen, and no larger than a definition can be', async () => {
    expect(await readDefinition(undefined)).toEqual({ fault: 'none' });
    expect(await readDefinition(file(' '.repeat(1_000_001)))).toEqual({ fault: 'tooLarge' });
  });
});
