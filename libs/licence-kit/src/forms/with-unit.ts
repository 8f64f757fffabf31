import type { Text } from '../definition/text';

/** A figure with the unit of its field; where exactly one is counted, English says so: "1 person", "1 storey". */
export function withUnit(figure: string, unit: Text | undefined): Text {
  if (!unit) return { th: figure, en: figure };
  return { th: `${figure} ${unit.th}`, en: `${figure} ${figure === '1' ? singular(unit.en) : unit.en}` };
}

function singular(many: string): string {
  return many === 'people' ? 'person' : many.replace(/s$/, '');
}
