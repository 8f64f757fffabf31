/** What the person asked for. */
export interface Wishes {
  act: 'verify' | 'seal';
  /** An exported history; absent: the database. */
  file: string | undefined;
  key: string | undefined;
  isJson: boolean;
}

const USAGE = 'There is: npm run ledger -- verify [--key KEY] [--json], npm run ledger -- verify FILE [--key KEY] [--json], npm run ledger -- seal.';

/** @throws a sentence that lists what there is. */
export function readWishes(args: readonly string[]): Wishes {
  const [act, ...rest] = args;
  if (act !== 'verify' && act !== 'seal') throw new Error(`${act === undefined ? 'Say what to do.' : `"${act}" is not known.`} ${USAGE}`);
  const wishes: Wishes = { act, file: undefined, key: undefined, isJson: false };
  while (rest.length > 0) {
    const arg = rest.shift();
    if (act === 'verify' && arg === '--json') wishes.isJson = true;
    else if (act === 'verify' && arg === '--key' && rest[0]) wishes.key = rest.shift();
    else if (act === 'verify' && arg !== undefined && !arg.startsWith('-') && wishes.file === undefined) wishes.file = arg;
    else throw new Error(`"${arg}" is not known. ${USAGE}`);
  }
  return wishes;
}
