import { libraryCard } from '../testing/library-card';
import { diagramOf } from './diagram-of';

const card = libraryCard();

describe('the diagram of a machine', () => {
  const { nodes, edges, groups } = diagramOf(card);
  const ids = new Set(nodes.map(({ id }) => id));

  it('has every state that one can stand in, and no way to or from anything else', () => {
    expect(nodes.length).toBeGreaterThan(8);
    for (const { from, to, isFromAnywhere } of edges) expect([ids.has(from) || isFromAnywhere, ids.has(to)]).toEqual([true, true]);
  });

  it('sorts the states by lane and knows who acts', () => {
    expect(groups.map(({ id }) => id)).toEqual(card.lanes.map(({ id }) => id));
    expect(nodes.filter(({ group }) => group !== null && !groups.some(({ id }) => id === group))).toEqual([]);
    expect(nodes.filter(({ kind, owner }) => kind !== 'end' && owner === null).every(({ id }) => /gate|order|done$/i.test(id))).toBe(true);
  });

  it('leads from somewhere to the licence', () => {
    const issued = nodes.find(({ outcome }) => outcome === 'issued');
    const before = new Set([issued?.id ?? '']);
    for (let grown = -1; grown !== before.size;) {
      grown = before.size;
      for (const { from, to } of edges) if (before.has(to)) before.add(from);
    }
    expect(nodes.filter(({ kind }) => kind === 'start').every(({ id }) => before.has(id))).toBe(true);
  });

  it('says every way in both languages', () => {
    for (const { title } of nodes) expect([title.th, title.en]).not.toContain('');
    expect(edges.some(({ title }) => title.en !== '')).toBe(true);
  });
});
