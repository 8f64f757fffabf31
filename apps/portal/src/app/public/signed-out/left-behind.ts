const OURS = 'anuyat.';

/** What was typed and could not be saved: answers of a draft, an officer's words, an order about a licence, a reason for a look. */
const TYPED = ['anuyat.draft.', 'anuyat.desk.draft.', 'anuyat.life.', 'anuyat.exception'];

/** Of the device and not of the person: its language, whether lists are walked with single keys. */
const OF_THE_DEVICE = ['anuyat.language', 'anuyat.desk.keys'];

/** The parts of a browser's storage that are needed here. */
export type Shelf = Pick<Storage, 'length' | 'key' | 'removeItem'>;

/** Removes what a person leaves in a browser after signing out, but for what was typed and not saved. @returns how many of those there are. */
export function tidy(shelves: readonly Shelf[]): number {
  for (const shelf of shelves) for (const name of namesOn(shelf).filter((one) => !isTyped(one) && !OF_THE_DEVICE.includes(one))) shelf.removeItem(name);
  return shelves.flatMap(namesOn).filter(isTyped).length;
}

/** Removes that, too. */
export function removeTyped(shelves: readonly Shelf[]): void {
  for (const shelf of shelves) for (const name of namesOn(shelf).filter(isTyped)) shelf.removeItem(name);
}

function isTyped(name: string): boolean {
  return TYPED.some((start) => name.startsWith(start));
}

function namesOn(shelf: Shelf): string[] {
  return Array.from({ length: shelf.length }, (_, at) => shelf.key(at)).filter((name) => name?.startsWith(OURS) === true) as string[];
}
