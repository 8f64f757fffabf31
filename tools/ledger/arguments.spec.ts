import { readWishes } from './arguments';

describe('the command line of the ledger', () => {
  it.each([
    [['verify'], { act: 'verify', isJson: false }],
    [['verify', '--json'], { act: 'verify', isJson: true }],
    [['verify', 'history.json', '--key', 'a+b+c'], { act: 'verify', file: 'history.json', key: 'a+b+c' }],
    [['seal'], { act: 'seal' }],
  ])('understands %j', (args, wishes) => expect(readWishes(args)).toMatchObject(wishes));

  it.each([[[]], [['prove']], [['verify', 'one', 'two']], [['verify', '--key']], [['seal', '--json']]])('says what there is after %j', (args) => {
    expect(() => readWishes(args)).toThrow(/There is: npm run ledger -- verify/);
  });
});
