import { pathToFileURL } from 'node:url';
import type { BpmnContender } from './bpmn';
import type { DbosContender } from './dbos';

/** What needs the contenders' own packages; bundled apart, so that the product's packages stay the product's. */
export interface BundledContenders {
  startDbos(url: string, lanes: readonly string[]): Promise<DbosContender>;
  startBpmn(lanes: readonly string[], save: (caseId: string, state: string) => Promise<void>): BpmnContender;
  load(url: string, seconds: number): Promise<{ requests: number; p99: number }>;
}

/** Loads them from where `bench/run.mjs` put them. */
export async function bundledContenders(): Promise<BundledContenders> {
  const file = process.env['ANUYAT_BENCH_CONTENDERS'];
  if (!file) throw new Error('Run the bench through bench/run.mjs.');
  return (await import(pathToFileURL(file).href)) as BundledContenders;
}
