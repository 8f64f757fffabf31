import { formatShortDate, bangkokDate } from '@anuyat/dictionary';
import { findText, type Language, type LicenceDefinition, type Text } from '@anuyat/licence-kit';

interface Day {
  date: string;
  title: Text;
}

/** What the event of moved due dates keeps in the history. */
export interface ClocksMoved {
  /** The days that changed in the government's calendar. */
  ground: { added: Day[]; removed: Day[] };
  clocks: { name: string; lane: string | null; from: string; to: string }[];
}

/** "Due dates moved: holiday added 11 Dec 2026 (…); Sanitation: 14 Dec 2026 → 15 Dec 2026". */
export function movedWords(word: Text, data: Record<string, unknown>, definition: LicenceDefinition): Text {
  const { ground, clocks } = data as unknown as ClocksMoved;
  return { th: inWords('th'), en: inWords('en') };

  function inWords(language: Language): string {
    const day = (date: string): string => formatShortDate(date, language);
    const days = (list: Day[]): string => list.map(({ date, title }) => `${day(date)} (${title[language]})`).join(', ');
    const because = [
      ...(ground.added.length > 0 ? [`${language === 'th' ? 'เพิ่มวันหยุด' : 'holiday added'} ${days(ground.added)}`] : []),
      ...(ground.removed.length > 0 ? [`${language === 'th' ? 'ยกเลิกวันหยุด' : 'holiday removed'} ${days(ground.removed)}`] : []),
    ];
    const moves = clocks.map(({ lane, from, to }) => {
      const title = lane ? findText(definition.texts, `lanes.${lane}`)?.[language] : undefined;
      return `${title ? `${title}: ` : ''}${day(bangkokDate(new Date(from)))} → ${day(bangkokDate(new Date(to)))}`;
    });
    return `${word[language]}: ${[...because, ...moves].join('; ')}`;
  }
}
