import type { LicenceDefinition } from '../../definition/licence-definition';
import type { DayUnit } from '../../definition/machine';
import type { LongestPath } from '../days/longest-path';
import { finding, type Finding } from '../promise';
import { laneTitle, tellSteps } from '../story';

/** No lawful way through takes the offices longer than the licence's own time limit (Licensing Facilitation Act B.E. 2558 s.10). */
export function longestPathIsLawful(definition: LicenceDefinition, paths: readonly LongestPath[]): Finding {
  const worst = longestOf(paths);
  if (!worst || worst.days <= worst.statute) return finding('longest-path-is-lawful', undefined);
  const lane = laneTitle(definition, worst.lane);
  const isEndless = worst.days === Infinity;
  const given = { th: `แต่กฎหมายให้ ${worst.statute} ${unitWords[worst.unit].th}`, en: `while the law gives ${worst.statute} ${unitWords[worst.unit].en}` };
  return finding('longest-path-is-lawful', tellSteps(definition, worst.steps.map(({ happening }) => happening), {
    th: isEndless ? `${lane.th} มีเวลาได้ไม่จำกัด ${given.th}` : `${lane.th} ใช้เวลาได้ถึง ${worst.days} ${unitWords[worst.unit].th} ${given.th}`,
    en: isEndless ? `${lane.en} may take any time, ${given.en}` : `${lane.en} may have taken ${worst.days} ${unitWords[worst.unit].en}, ${given.en}`,
  }));
}

/** The path on which the licence's time depends. */
export function longestOf(paths: readonly LongestPath[]): LongestPath | undefined {
  return paths.reduce((worst: LongestPath | undefined, path) => (worst && worst.days >= path.days ? worst : path), undefined);
}

const unitWords: Record<DayUnit, { th: string; en: string }> = {
  working: { th: 'วันทำการ', en: 'working days' },
  calendar: { th: 'วัน', en: 'calendar days' },
};
