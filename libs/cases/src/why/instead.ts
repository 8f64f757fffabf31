import { changed, holds, textOf, withoutHidden, type Change, type Facts, type JourneyDefinition, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import { questionsOf } from '../journey-questions';

/** What else would change with the same answer: another licence that would do, or one that would no longer be needed. */
export function instead(journey: JourneyDefinition, definitions: readonly LicenceDefinition[], code: string, facts: Facts, flip: readonly Change[]): Text {
  const questions = questionsOf(journey);
  const [before, after] = [withoutHidden(questions, facts), withoutHidden(questions, changed(facts, flip))];
  const others = journey.licences.filter((other) => other.code !== code && holds(other.needed, before) !== holds(other.needed, after));
  const named = (isNeeded: boolean) => others.filter(({ needed }) => holds(needed, after) === isNeeded).map((other) => nameOf(definitions, other.code));
  const [more, fewer] = [named(true), named(false)];
  const listed = (names: Text[]): Text => ({ th: names.map(({ th }) => `“${th}”`).join(' และ '), en: names.map(({ en }) => `“${en}”`).join(' and ') });
  if (more.length > 0) return { th: ` แต่ต้องใช้ ${listed(more).th} แทน`, en: `, and ${listed(more).en} would do instead` };
  if (fewer.length > 0) return { th: ` และจะไม่ต้องใช้ ${listed(fewer).th}`, en: `, and ${listed(fewer).en} would not` };
  return { th: '', en: '' };
}

function nameOf(definitions: readonly LicenceDefinition[], code: string): Text {
  const found = definitions.find((definition) => definition.code === code);
  return found ? textOf(found.texts, 'title') : { th: code, en: code };
}
