import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration, Situation } from '../explore';
import { type Chart } from '../chart';
import { finding, type Finding } from '../promise';
import { labelOf, tell } from '../story';

/** Whenever an office has to act, a clock of its lane, or of the whole application, runs. */
export function officesHaveAClock(definition: LicenceDefinition, { chart, situations }: Exploration): Finding {
  const lanesOfClocks = clockLanes(chart);
  for (const situation of situations) {
    const untimed = situation.isEnded ? undefined : untimedPlace(situation, lanesOfClocks);
    if (!untimed) continue;
    const label = labelOf(definition, untimed);
    return finding('offices-have-a-clock', tell(definition, situation, {
      th: `สำนักงานต้องทำงานที่ “${label.th}” โดยไม่มีกำหนดเวลา`,
      en: `an office has to act in “${label.en}” while no clock runs`,
    }));
  }
  return finding('offices-have-a-clock', undefined);
}

function untimedPlace({ leaves, ledger }: Situation, lanesOfClocks: ReadonlyMap<string, string | undefined>) {
  const running = new Set(ledger.clocks.map((clock) => lanesOfClocks.get(clock)));
  return leaves.find(({ config }) => {
    const owner = config.meta?.owner;
    return owner?.startsWith('office:') && !running.has(owner.slice('office:'.length)) && !running.has(undefined);
  });
}

/** The lane of each clock; undefined for a clock of the whole application. */
function clockLanes(chart: Chart): ReadonlyMap<string, string | undefined> {
  const started = chart.effects.filter(({ effect }) => effect.type === 'startClock' || effect.type === 'setClock');
  return new Map(started.map(({ effect: { params } }) => [String(params['name']), params['lane'] as string | undefined]));
}
