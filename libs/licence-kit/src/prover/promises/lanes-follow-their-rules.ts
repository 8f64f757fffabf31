import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration, Happening, Situation } from '../explore';
import { finding, type Finding } from '../promise';
import { laneTitle, sayBoth, tellStep } from '../story';

/** A lane with a rule is there where its rule holds and nowhere else: every combination of lanes that the facts allow is met. */
export function lanesFollowTheirRules(definition: LicenceDefinition, { happenings }: Exploration): Finding {
  const filed = asFiled(definition, happenings);
  for (const { id, when } of definition.lanes) {
    if (when === undefined) continue;
    const lane = laneTitle(definition, id);
    const called = happenings.find(({ effects, ruled }) => ruled[when] === false && effects.some(({ type, params }) => type === 'requestReview' && params['lane'] === id));
    if (called) return finding('lanes-follow-their-rules', tellStep(definition, called, { th: `${lane.th} ต้องพิจารณา ทั้งที่ “${when}” ไม่เป็นจริง`, en: `${lane.en} has to review although “${when}” does not hold` }));
    const isSpared = filed.some(({ ledger }) => ledger.spared.includes(id));
    const isCalled = filed.some(({ ledger }) => ledger.reviews.includes(id));
    if (isSpared && isCalled) continue;
    return finding('lanes-follow-their-rules', sayBoth((language) => language === 'th'
      ? `${lane.th} มีเงื่อนไข “${when}” แต่${isCalled ? 'ต้องพิจารณาเสมอ' : 'ไม่เคยต้องพิจารณา'}`
      : `${lane.en} has the rule “${when}”, but ${isCalled ? 'reviews whether it holds or not.' : 'never reviews.'}`));
  }
  return finding('lanes-follow-their-rules', undefined);
}

/** Where an application comes without a correction: what that spares or calls says nothing of the rule at filing. */
function asFiled({ events }: LicenceDefinition, happenings: readonly Happening[]): Situation[] {
  const reached = new Set<Situation>();
  const byFrom = Map.groupBy(happenings.filter(({ event }) => !events[event ?? '']?.followsCorrection), ({ from }) => from);
  const open = [...(byFrom.get(undefined) ?? [])];
  for (const { to } of open) {
    if (reached.has(to)) continue;
    reached.add(to);
    open.push(...(byFrom.get(to) ?? []));
  }
  return [...reached];
}
