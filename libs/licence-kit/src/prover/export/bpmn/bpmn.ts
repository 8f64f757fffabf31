import type { LicenceDefinition } from '../../../definition/licence-definition';
import type { Text } from '../../../definition/text';
import { findText } from '../../../blocks/words';
import { textKeys } from '../../../forms/text-keys';
import { graphOf } from './graph-of';
import { layOut, type Box, type Layout } from './layout';
import type { ProcessFlow, ProcessGraph, ProcessNode } from './process-graph';

const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

/**
 * A definition as BPMN 2.0 XML with its diagram: who does what in which order, for tools that draw or discuss processes. Names are Thai, their
 * documentation English. It is a picture of the machine, not what the portal runs: a timer shows the days of its clock, not their calendar.
 */
export function toBpmn(definition: LicenceDefinition): string {
  const graph = graphOf(definition);
  const layout = layOut(graph);
  const title = findText(definition.texts, textKeys.title) ?? { th: definition.code, en: definition.code };
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
      + ` id="definitions" targetNamespace="urn:anuyat:licence:${escaped(definition.code)}" expressionLanguage="${FEEL}">`,
    '  <bpmn:collaboration id="collaboration">',
    `    <bpmn:participant id="pool" name="${escaped(title.th)}" processRef="process" />`,
    '  </bpmn:collaboration>',
    `  <bpmn:process id="process" name="${escaped(title.th)}" isExecutable="false">`,
    `    ${documented({ th: '', en: `${title.en} (${definition.code}, version ${definition.version})` })}`,
    '    <bpmn:laneSet id="rows">',
    ...graph.rows.flatMap(({ id, name }) => [
      `      <bpmn:lane id="row_${plain(id)}" name="${escaped(name.th)}">`,
      ...graph.nodes.filter(({ row }) => row === id).map((node) => `        <bpmn:flowNodeRef>${node.id}</bpmn:flowNodeRef>`),
      '      </bpmn:lane>',
    ]),
    '    </bpmn:laneSet>',
    ...graph.nodes.flatMap((node) => elementOf(node, graph)),
    ...graph.flows.map(flowOf),
    '  </bpmn:process>',
    ...diagramOf(graph, layout),
    '</bpmn:definitions>',
  ].join('\n')}\n`;
}

function elementOf(node: ProcessNode, { flows }: ProcessGraph): string[] {
  const { id, kind, name, timer } = node;
  const fallback = flows.find(({ from, isDefault }) => from === id && isDefault);
  const attributes = [
    `id="${id}"`,
    ...(name.th ? [`name="${escaped(name.th)}"`] : []),
    ...(fallback ? [`default="${fallback.id}"`] : []),
    ...(timer ? [`attachedToRef="${timer.on}" cancelActivity="${timer.isInterrupting}"`] : []),
    ...(kind === 'subProcess' ? ['triggeredByEvent="true"'] : []),
  ].join(' ');
  const inside = [
    ...(name.en ? [documented(name)] : []),
    ...(kind === 'subProcess' ? interrupting(id) : [
      ...flows.filter(({ to }) => to === id).map((flow) => `<bpmn:incoming>${flow.id}</bpmn:incoming>`),
      ...flows.filter(({ from }) => from === id).map((flow) => `<bpmn:outgoing>${flow.id}</bpmn:outgoing>`),
    ]),
    ...(node.isTerminating ? [`<bpmn:terminateEventDefinition id="${id}_all" />`] : []),
    ...(timer ? [`<bpmn:timerEventDefinition id="${id}_days"><bpmn:documentation>${timer.days} ${escaped(timer.unit)} days</bpmn:documentation><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P${timer.days}D</bpmn:timeDuration></bpmn:timerEventDefinition>`] : []),
  ];
  return [`    <bpmn:${kind} ${attributes}>`, ...inside.map((line) => `      ${line}`), `    </bpmn:${kind}>`];
}

function interrupting(id: string): string[] {
  return [
    `<bpmn:startEvent id="${id}_begin"><bpmn:outgoing>${id}_way</bpmn:outgoing><bpmn:messageEventDefinition id="${id}_message" /></bpmn:startEvent>`,
    `<bpmn:endEvent id="${id}_end"><bpmn:incoming>${id}_way</bpmn:incoming></bpmn:endEvent>`,
    `<bpmn:sequenceFlow id="${id}_way" sourceRef="${id}_begin" targetRef="${id}_end" />`,
  ];
}

function flowOf({ id, from, to, name, condition }: ProcessFlow): string {
  const open = `    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${name?.th ? ` name="${escaped(name.th)}"` : ''}`;
  const inside = [...(name?.en ? [documented(name)] : []), ...(condition === undefined ? [] : [`<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(condition)}</bpmn:conditionExpression>`])];
  return inside.length > 0 ? `${open}>${inside.join('')}</bpmn:sequenceFlow>` : `${open} />`;
}

function diagramOf({ nodes, flows, rows }: ProcessGraph, layout: Layout): string[] {
  const box = (id: string): Box => layout.nodes.get(id) as Box;
  return [
    '  <bpmndi:BPMNDiagram id="diagram">',
    '    <bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">',
    shape('pool', layout.pool, ' isHorizontal="true"'),
    ...rows.map(({ id }) => shape(`row_${plain(id)}`, layout.rows.get(id) as Box, ' isHorizontal="true"')),
    ...nodes.flatMap(({ id, kind }) => {
      if (kind !== 'subProcess') return [shape(id, box(id))];
      const { x, y, height } = box(id);
      const [begin, end] = [{ x: x + 25, y: y + height / 2 - 18, width: 36, height: 36 }, { x: x + 115, y: y + height / 2 - 18, width: 36, height: 36 }];
      return [shape(id, box(id), ' isExpanded="true"'), shape(`${id}_begin`, begin), shape(`${id}_end`, end), edge(`${id}_way`, [{ x: x + 61, y: y + height / 2 }, { x: x + 115, y: y + height / 2 }])];
    }),
    ...flows.map(({ id }) => edge(id, layout.flows.get(id) ?? [])),
    '    </bpmndi:BPMNPlane>',
    '  </bpmndi:BPMNDiagram>',
  ];
}

function shape(id: string, { x, y, width, height }: Box, more = ''): string {
  return `      <bpmndi:BPMNShape id="${id}_shape" bpmnElement="${id}"${more}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
}

function edge(id: string, way: readonly { x: number; y: number }[]): string {
  return `      <bpmndi:BPMNEdge id="${id}_edge" bpmnElement="${id}">${way.map(({ x, y }) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`;
}

function documented({ en }: Text): string {
  return `<bpmn:documentation>${escaped(en)}</bpmn:documentation>`;
}

function plain(text: string): string {
  return text.replace(/[^a-zA-Z0-9]/g, '_');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
