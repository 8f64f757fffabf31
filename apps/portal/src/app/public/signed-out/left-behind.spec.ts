import { removeTyped, tidy, type Shelf } from './left-behind';

function shelfWith(...names: string[]): Shelf & { names: string[] } {
  return { names, get length() { return names.length; }, key: (at) => names[at] ?? null, removeItem: (name) => void names.splice(names.indexOf(name), 1) };
}

describe('what somebody leaves in a browser after signing out', () => {
  const local = (): ReturnType<typeof shelfWith> => shelfWith('anuyat.plan.open-a-restaurant', 'anuyat.draft.1', 'anuyat.language', 'anuyat.desk.keys', 'of.another.page');
  const tab = (): ReturnType<typeof shelfWith> => shelfWith('anuyat.people.agency', 'anuyat.desk.draft.me.task.approved', 'anuyat.declared.1', 'anuyat.life.2.suspended', 'anuyat.exception');

  it('is removed, but for what was typed and not saved, and what is the device’s own', () => {
    const shelves = [local(), tab()];
    expect(tidy(shelves)).toBe(4);
    expect(shelves.map(({ names }) => names)).toEqual([['anuyat.draft.1', 'anuyat.language', 'anuyat.desk.keys', 'of.another.page'], ['anuyat.desk.draft.me.task.approved', 'anuyat.life.2.suspended', 'anuyat.exception']]);
  });

  it('is removed with it when the person says so', () => {
    const shelves = [local(), tab()];
    tidy(shelves);
    removeTyped(shelves);
    expect(shelves.map(({ names }) => names)).toEqual([['anuyat.language', 'anuyat.desk.keys', 'of.another.page'], []]);
  });
});
