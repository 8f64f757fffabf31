import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration, Happening } from '../explore';
import { isGivenUp } from '../gives-up';
import { finding, type Finding } from '../promise';
import { reachBack } from '../reach-back';
import { tell, whereIs } from '../story';
import { isLeftToOthers } from '../views/environment';

/**
 * From everywhere the end can be reached without the applicant giving up: that somebody may withdraw is no way out of a
 * file that nobody can decide.
 */
export function noDeadEnd(definition: LicenceDefinition, { situations, happenings }: Exploration): Finding {
  const steps = happenings.filter((happening) => !isWithdrawal(happening) && !isLeftToOthers(definition, happening.event));
  const canEnd = reachBack(situations.filter(({ isEnded }) => isEnded), steps);
  const goesOn = new Set(steps.filter(({ from, to }) => from !== to).map(({ from }) => from));
  const all = situations.filter((situation) => !canEnd.has(situation));
  const trapped = all.find((situation) => !goesOn.has(situation)) ?? all[0];
  if (!trapped) return finding('no-dead-end', undefined);
  const where = whereIs(definition, trapped);
  return finding('no-dead-end', tell(definition, trapped, {
    th: `ไม่มีใครทำอะไรต่อได้ คำขอค้างอยู่ที่ ${where.th}`,
    en: `nobody can bring it to an end: it stays in ${where.en}`,
  }));
}

function isWithdrawal({ to }: Happening): boolean {
  return to.leaves.some(({ config }) => isGivenUp(config.meta?.outcome));
}
