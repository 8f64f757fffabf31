import type { Diagram, DiagramNode } from '@anuyat/licence-kit';
import { layOut } from './lay-out';

const word = (id: string) => ({ th: id, en: id });
const node = (id: string, more: Partial<DiagramNode> = {}): DiagramNode => ({ id, title: word(id), group: null, kind: 'step', owner: null, ...more });
const diagram: Diagram = {
  groups: [{ id: 'desk', title: word('desk') }, { id: 'hall', title: word('hall') }],
  nodes: [
    node('desk.approved', { group: 'desk', kind: 'end' }), node('desk.asked', { group: 'desk', kind: 'detour' }), node('desk.checking', { group: 'desk', kind: 'start' }),
    node('hall.checking', { group: 'hall', kind: 'start' }), node('hall.approved', { group: 'hall', kind: 'end' }),
    node('paying'), node('issued', { kind: 'end', outcome: 'issued' }), node('refused', { kind: 'end', outcome: 'refused' }),
  ],
  edges: [
    { from: 'desk.checking', to: 'desk.asked', title: word('asked') }, { from: 'desk.asked', to: 'desk.checking', title: word('answered') },
    { from: 'desk.checking', to: 'desk.approved', title: word('approved') }, { from: 'desk.checking', to: 'refused', title: word('refused') },
    { from: 'hall.checking', to: 'hall.approved', title: word('approved') }, { from: 'desk.approved', to: 'paying', title: word('') },
    { from: 'hall.approved', to: 'paying', title: word('') }, { from: 'paying', to: 'issued', title: word('paid') },
  ],
};

describe('the drawing of a diagram', () => {
  const { boxes, width, height, ways } = layOut(diagram, ({ en }) => en);
  const at = (id: string) => boxes.find((box) => box.id === id) ?? never(id);

  it('has a box for every state, on the sheet, none over another', () => {
    expect(boxes.map(({ id }) => id).sort()).toEqual(diagram.nodes.map(({ id }) => id).sort());
    for (const box of boxes) {
      expect([box.x >= 0, box.y >= 0, box.x + box.width <= width, box.y + box.height <= height]).toEqual([true, true, true, true]);
      const over = boxes.filter((other) => other !== box && other.x < box.x + box.width && box.x < other.x + other.width && other.y < box.y + box.height && box.y < other.y + other.height);
      expect(over).toEqual([]);
    }
  });

  it('puts a state below what leads to it, and what comes after the lanes below them', () => {
    expect(at('desk.checking').y).toBeLessThan(at('desk.asked').y);
    expect(at('desk.asked').y).toBeLessThan(at('desk.approved').y);
    expect(Math.max(at('desk.approved').y, at('hall.approved').y)).toBeLessThan(at('paying').y);
    expect(at('paying').y).toBeLessThan(at('issued').y);
  });

  it('tells a refusal where it happens, and draws ways back on their own side', () => {
    expect(at('desk.checking').exits).toEqual(['→ refused']);
    expect(ways.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['on', 'over', 'back']));
  });
});

function never(id: string): never {
  throw new Error(`There is no box "${id}".`);
}
