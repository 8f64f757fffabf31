import type { Diagram } from '@anuyat/licence-kit';
import { render } from '../testing/render';
import { layOut } from './lay-out';
import { StateDiagram } from './state-diagram';

const word = (id: string) => ({ th: id, en: id });
const states = ['checking', 'visiting', 'deciding', 'paying'];
const diagram: Diagram = {
  groups: [],
  nodes: states.map((id, index) => ({ id, title: word(id), group: null, kind: index === 0 ? 'start' : 'step', owner: null })),
  edges: states.slice(1).map((to, index) => ({ from: states[index] ?? '', to, title: word('on') })),
};

describe('the room in which a diagram moves', () => {
  const shown = async (here: readonly string[]) => {
    const { element } = await render(StateDiagram, { diagram, here });
    const { scrollLeft, scrollTop } = element.querySelector('.state-sheet') ?? fail();
    return { scrollLeft, scrollTop };
  };
  const middleOf = (id: string) => {
    const box = layOut(diagram, ({ th }) => th).boxes.find((one) => one.id === id) ?? fail();
    return { scrollLeft: box.x + box.width / 2, scrollTop: box.y - 60 };
  };

  it('opens at the beginning, so that nobody meets an empty sheet', async () => {
    expect(await shown([])).toEqual(middleOf('checking'));
  });

  it('opens where a case stands', async () => {
    expect(await shown(['paying'])).toEqual(middleOf('paying'));
  });
});

function fail(): never {
  throw new Error('It is not drawn.');
}
