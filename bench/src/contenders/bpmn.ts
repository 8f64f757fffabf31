import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';

/** The seven events as a BPMN process in memory, its state saved after each. */
export interface BpmnContender {
  run(caseId: string): Promise<void>;
}

function source(lanes: readonly string[]): string {
  const flow = (from: string, to: string): string => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="seven" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="process" isExecutable="true">
    <startEvent id="submitted" />${flow('submitted', 'fork')}<parallelGateway id="fork" />
    ${lanes.map((lane) => `${flow('fork', lane)}<userTask id="${lane}" />${flow(lane, 'join')}`).join('\n    ')}
    <parallelGateway id="join" />${flow('join', 'pay')}<userTask id="pay" />${flow('pay', 'issue')}<userTask id="issue" />${flow('issue', 'end')}<endEvent id="end" />
  </process>
</definitions>`;
}

/** @param save stores the engine's state of a case after each event. */
export function startBpmn(lanes: readonly string[], save: (caseId: string, state: string) => Promise<void>): BpmnContender {
  const xml = source(lanes);
  return {
    run: async (caseId) => {
      const engine = new Engine({ name: caseId, source: xml });
      const listener = new EventEmitter();
      const waiting: { id: string; signal(): void }[] = [];
      listener.on('activity.wait', (api: { id: string; signal(): void }) => waiting.push(api));
      const execution = await engine.execute({ listener: listener as never });
      await save(caseId, JSON.stringify(execution.getState()));
      let events = 1;
      for (let api = waiting.shift(); api; api = waiting.shift()) {
        api.signal();
        await save(caseId, JSON.stringify(execution.getState()));
        events += 1;
      }
      if (events !== lanes.length + 3 || execution.state !== 'idle') throw new Error(`bpmn-engine ended after ${events} events, ${execution.state}.`);
    },
  };
}
