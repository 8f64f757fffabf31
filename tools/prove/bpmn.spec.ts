import { BpmnModdle } from 'bpmn-moddle';
import { toBpmn } from '@anuyat/licence-kit/prover';
import { licences } from '@anuyat/workflows';

interface Element {
  $type: string;
  id: string;
  bpmnElement?: Element;
  sourceRef?: Element;
  targetRef?: Element;
  attachedToRef?: Element;
  incoming?: Element[];
  outgoing?: Element[];
  flowNodeRef?: Element[];
  flowElements?: Element[];
  laneSets?: { lanes: Element[] }[];
  rootElements?: Element[];
  diagrams?: { plane: { planeElement: Drawn[] } }[];
}

interface Drawn extends Element {
  bounds?: { x: number; y: number; width: number; height: number };
  waypoint?: { x: number; y: number }[];
}

async function read(xml: string) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  const definitions = rootElement as unknown as Element;
  const process = definitions.rootElements?.find(({ $type }) => $type === 'bpmn:Process') as Element;
  const elements = process.flowElements ?? [];
  return {
    warnings,
    process,
    flows: elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow'),
    nodes: elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow'),
    drawn: definitions.diagrams?.[0]?.plane.planeElement ?? [],
  };
}

describe.each(licences.map((licence) => [licence.code, licence] as const))('the BPMN of %s', (_, licence) => {
  it('is BPMN 2.0, with every reference leading to something', async () => {
    const { warnings, nodes, flows } = await read(toBpmn(licence));
    expect(warnings).toEqual([]);
    expect(flows.filter(({ sourceRef, targetRef }) => !nodes.includes(sourceRef as Element) || !nodes.includes(targetRef as Element))).toEqual([]);
  });

  it('leads from its start to everything, and from everything to an end', async () => {
    const { nodes, flows } = await read(toBpmn(licence));
    const main = nodes.filter(({ $type }) => $type !== 'bpmn:SubProcess');
    const reach = (start: Element[], next: (node: Element) => (Element | undefined)[]) => {
      const reached = new Set(start);
      for (const node of reached) for (const other of next(node)) if (other) reached.add(other);
      return reached;
    };
    const hosted = (node: Element) => main.filter(({ attachedToRef }) => attachedToRef === node);
    const forward = reach(main.filter(({ $type }) => $type === 'bpmn:StartEvent'), (node) => [...flows.filter(({ sourceRef }) => sourceRef === node).map(({ targetRef }) => targetRef), ...hosted(node)]);
    const back = reach(main.filter(({ $type }) => $type === 'bpmn:EndEvent'), (node) => [...flows.filter(({ targetRef }) => targetRef === node).map(({ sourceRef }) => sourceRef), node.attachedToRef]);
    expect(main.filter((node) => !forward.has(node)).map(({ id }) => id)).toEqual([]);
    expect(main.filter((node) => !back.has(node)).map(({ id }) => id)).toEqual([]);
  });

  it('is drawn whole: each shape once, inside of its row, and none over another', async () => {
    const { nodes, flows, drawn, process } = await read(toBpmn(licence));
    const shapeOf = new Map(drawn.map((shape) => [shape.bpmnElement, shape]));
    expect(shapeOf.size).toBe(drawn.length);
    expect(flows.filter((flow) => (shapeOf.get(flow)?.waypoint?.length ?? 0) < 2).map(({ id }) => id)).toEqual([]);
    const lanes = process.laneSets?.[0]?.lanes ?? [];
    expect(lanes.flatMap(({ flowNodeRef = [] }) => flowNodeRef.map(({ id }) => id)).sort()).toEqual(nodes.map(({ id }) => id).sort());
    for (const lane of lanes) {
      const row = shapeOf.get(lane)?.bounds;
      const boxes = (lane.flowNodeRef ?? []).filter(({ attachedToRef }) => !attachedToRef).map((node) => ({ id: node.id, ...(shapeOf.get(node)?.bounds as NonNullable<Drawn['bounds']>) }));
      expect(boxes.filter((box) => !row || box.x < row.x || box.y < row.y || box.x + box.width > row.x + row.width || box.y + box.height > row.y + row.height)).toEqual([]);
      const overlaps = boxes.filter((box, at) => boxes.slice(at + 1).some((other) => box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height));
      expect(overlaps).toEqual([]);
    }
  });
});
