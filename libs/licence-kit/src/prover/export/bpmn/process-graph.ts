import type { Text } from '../../../definition/text';

export type NodeKind = 'startEvent' | 'endEvent' | 'userTask' | 'serviceTask' | 'exclusiveGateway' | 'parallelGateway' | 'boundaryEvent' | 'subProcess';

/** One shape of the process. */
export interface ProcessNode {
  id: string;
  kind: NodeKind;
  name: Text;
  /** Whose row it stands in: `applicant`, `portal`, or the id of an office's lane. */
  row: string;
  /** An end that ends everything else too. */
  isTerminating?: boolean;
  /** A timer on the border of a task: its days, and whether the task ends by it. */
  timer?: { on: string; days: number; unit: string; isInterrupting: boolean };
}

/** One arrow. */
export interface ProcessFlow {
  id: string;
  from: string;
  to: string;
  name?: Text;
  /** FEEL, where the way is taken by a rule. */
  condition?: string;
  isDefault?: boolean;
}

export interface ProcessGraph {
  nodes: ProcessNode[];
  flows: ProcessFlow[];
  /** Rows from top to bottom. */
  rows: { id: string; name: Text }[];
}

/** The size of a shape, in the units of the diagram. */
export function sizeOf({ kind }: ProcessNode): { width: number; height: number } {
  switch (kind) {
    case 'userTask':
    case 'serviceTask':
      return { width: 130, height: 80 };
    case 'subProcess':
      return { width: 180, height: 90 };
    case 'exclusiveGateway':
    case 'parallelGateway':
      return { width: 50, height: 50 };
    default:
      return { width: 36, height: 36 };
  }
}
