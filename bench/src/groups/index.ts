import type { Ground } from '../ground/ground';
import type { Findings } from '../harness/bounds';
import { measureBudget } from './budget';
import { measureDoor } from './door';
import { measureHttp } from './http';
import { measureMemory } from './memory';
import { measureProcess } from './process';
import { measureQueue } from './queue';
import { measureStep } from './step';

/** A set of measurements that share a run. */
export interface Group {
  /** Names by which `--only` finds it. */
  goals: string[];
  title: string;
  measure(ground: Ground): Promise<Findings>;
}

/** In the order in which they run. */
export const groups: Group[] = [
  { goals: ['G5'], title: 'One step of the engine', measure: measureStep },
  { goals: ['G3'], title: 'What an event costs the database', measure: measureBudget },
  { goals: ['G1', 'G2', 'G4'], title: 'Events through the door', measure: measureDoor },
  { goals: ['G6'], title: 'Whole cases', measure: measureProcess },
  { goals: ['G7'], title: 'The whole way round an event', measure: measureQueue },
  { goals: ['G11'], title: 'One endpoint', measure: measureHttp },
  { goals: ['memory'], title: 'Memory of the embedded product', measure: measureMemory },
];
