import type { LineMap, PlanView, PlannedLicence, StationView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { daysInWords } from '@anuyat/ui';

/** The words of a plan's shared stations. */
export interface PlanMapWords {
  submit: Text;
  open: Text;
  issued: Text;
  group: Text;
}

/**
 * A plan as a line map: every needed licence is a line from one submission to the opening, with its days between; one
 * that waits for another begins where that one ends.
 */
export function planMap(plan: PlanView, words: PlanMapWords): LineMap {
  const needed = plan.licences.filter(({ isNeeded }) => isNeeded).sort((a, b) => a.step - b.step);
  const codes = new Set(needed.map(({ code }) => code));
  const awaited = new Set(needed.flatMap(({ dependsOn }) => dependsOn.filter((code) => codes.has(code))));
  return {
    lines: needed.map((licence, index) => ({
      id: licence.code,
      title: licence.title,
      subtitle: licence.offices[0]?.office,
      colour: index % 8,
      group: 'plan',
      groupTitle: words.group,
      stations: stationsOf(licence, codes, awaited.has(licence.code), words),
    })),
  };
}

function stationsOf(licence: PlannedLicence, codes: ReadonlySet<string>, isAwaited: boolean, words: PlanMapWords): StationView[] {
  const waitsFor = licence.dependsOn.filter((code) => codes.has(code));
  const starts = waitsFor.length > 0 ? waitsFor.map((code) => station(`issued:${code}`, words.issued)) : [station('submit', words.submit)];
  const days = station(`${licence.code}.days`, { th: daysInWords(licence.days, licence.dayUnit, 'th'), en: daysInWords(licence.days, licence.dayUnit, 'en') });
  const end = isAwaited ? [station(`issued:${licence.code}`, words.issued)] : [station('open', words.open, 'end')];
  return [...starts, days, ...end];
}

function station(id: string, title: Text, kind: StationView['kind'] = 'main'): StationView {
  return { id, title, kind, state: 'ahead' };
}
