import { Refusal, type FieldProblem } from '@anuyat/contract';
import { topics } from '@anuyat/dictionary';
import { changeOf, composeForm, FormConflict, lifeOf, type JourneyDefinition, type LicenceDefinition } from '@anuyat/licence-kit';
import { checkDefinition } from '@anuyat/licence-kit/prover';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { ToProve, Verdict } from './proving/proving';

/** What keeps a document from being read at all, before anything walks through it. */
const MOST_CHARACTERS = 1_000_000;
const MOST_DEPTH = 40;
const MOST_VALUES = 60_000;
const MOST_PROBLEMS = 50;

/**
 * A document as a definition: in form, and fitting with the other licences of its journeys. Nothing is proved yet.
 * @throws Refusal `body-too-large` for a document too large or too deep; `definition-invalid` with each place.
 */
export function readDefinition(json: unknown, library: Pick<DefinitionLibrary, 'newestJourneys' | 'findNewestLicence'>): LicenceDefinition {
  assertReadable(json);
  const problems: FieldProblem[] = checkDefinition(json).map(({ path, message }) => ({ path: path || 'definition', code: 'invalid', message }));
  if (problems.length > 0) throw new Refusal('definition-invalid', { fields: problems.slice(0, MOST_PROBLEMS) });
  const definition = json as LicenceDefinition;
  const misled = upgradeProblems(definition);
  if (misled.length > 0) throw new Refusal('definition-invalid', { fields: misled.slice(0, MOST_PROBLEMS) });
  assertFits(definition, library);
  return definition;
}

/** What has to be proved before a version is published: the definition, the life of its licences and how they are changed. */
export function toProveOf(definition: LicenceDefinition): ToProve[] {
  return [
    { as: 'application', definition },
    { as: 'life', definition: lifeOf(definition) },
    { as: 'application', definition: changeOf(definition) },
  ];
}

/** @throws Refusal `definition-unproved` with the story of each broken promise in both languages. */
export function assertProved(verdicts: readonly Verdict[]): void {
  const broken = verdicts.flatMap(({ promises }) => promises.filter(({ isKept }) => !isKept));
  if (broken.length > 0 || verdicts.some(({ isProved }) => !isProved)) {
    throw new Refusal('definition-unproved', { fields: broken.map(({ code, story }) => ({ path: code, code: 'broken-promise', message: story ?? { th: code, en: code } })) });
  }
}

function assertReadable(json: unknown): void {
  let level: unknown[] = [json];
  let values = 0;
  let characters = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > MOST_DEPTH || values > MOST_VALUES) throw new Refusal('body-too-large', { detail: tooMuch });
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string') characters += value.length;
      else if (typeof value === 'object' && value !== null) {
        for (const [key, child] of Object.entries(value)) {
          characters += key.length;
          below.push(child);
        }
      }
    }
    if (characters > MOST_CHARACTERS) throw new Refusal('body-too-large', { detail: tooMuch });
    level = below;
  }
}

const tooMuch = { th: 'นิยามนี้ใหญ่หรือซ้อนกันลึกเกินกว่าที่นิยามจริงจะเป็น', en: 'This is larger, or nested deeper, than any honest definition.' };

/** An upgrade leads to states and events that are there. */
function upgradeProblems({ upgrade, machine, events }: LicenceDefinition): FieldProblem[] {
  const hasState = (path: string): boolean => {
    let at: { states?: Record<string, object> } | undefined = machine;
    for (const key of path.split('.')) at = at?.states && Object.hasOwn(at.states, key) ? (at.states[key] as typeof at) : undefined;
    return at !== undefined;
  };
  const states = Object.entries(upgrade?.states ?? {}).filter(([, path]) => !hasState(path)).map(([old, path]) => ({
    path: `upgrade.states.${old}`, code: 'no-such-state', message: { th: `ไม่มีสถานะ “${path}” ในรุ่นนี้`, en: `This version has no state “${path}”.` },
  }));
  const types = Object.entries(upgrade?.events ?? {}).filter(([, type]) => !Object.hasOwn(events, type)).map(([old, type]) => ({
    path: `upgrade.events.${old}`, code: 'no-such-event', message: { th: `ไม่มีเหตุการณ์ “${type}” ในรุ่นนี้`, en: `This version has no event “${type}”.` },
  }));
  return [...states, ...types];
}

/**
 * It goes together with every licence that the version in force went together with: some never do, for no answer suits both, and no case
 * holds them at once.
 */
function assertFits(definition: LicenceDefinition, library: Pick<DefinitionLibrary, 'newestJourneys' | 'findNewestLicence'>): void {
  const inForce = library.findNewestLicence(definition.code)?.definition;
  if (!inForce) return;
  for (const { definition: journey } of library.newestJourneys().filter((each) => each.definition.licences.some(({ code }) => code === definition.code))) {
    for (const { code } of journey.licences.filter((each) => each.code !== definition.code)) {
      const other = library.findNewestLicence(code)?.definition;
      const conflict = other && findConflict([definition, other], journey);
      if (!conflict || findConflict([inForce, other], journey)) continue;
      throw new Refusal('definition-invalid', {
        fields: [{ path: `journey.${journey.code}`, code: 'form-conflict', message: { th: `แบบฟอร์มไม่เข้ากับใบอนุญาตอื่น: ${conflict.message}`, en: `The form does not fit with another licence: ${conflict.message}` } }],
      });
    }
  }
}

function findConflict(definitions: LicenceDefinition[], journey: JourneyDefinition): FormConflict | undefined {
  try {
    composeForm(definitions, { journey, topics });
    return undefined;
  } catch (error) {
    if (error instanceof FormConflict) return error;
    throw error;
  }
}
