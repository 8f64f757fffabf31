import { faultKinds, type FaultKind } from './faults/kinds';
import type { PatienceName } from './programs/patience';

/** What a run was asked for. */
export interface Wishes {
  seed: number;
  cases: number;
  faults: number;
  workers: number;
  atOnce: number;
  isJson: boolean;
  /** The queue on Redis instead of PostgreSQL. */
  isOnRedis: boolean;
  patience: PatienceName;
  /** Only these kinds of faults; absent: all. */
  kinds?: FaultKind[];
  /** Keep the folder with the programs' logs and the database's files. */
  isKept: boolean;
}

const NUMBERS = { '--seed': 'seed', '--cases': 'cases', '--faults': 'faults', '--workers': 'workers', '--at-once': 'atOnce' } as const;
const USAGE = 'There is: npm run chaos -- [--seed N] [--cases N] [--faults N] [--redis] [--json] [--kinds A,B] [--workers N] [--at-once N] [--patience product|short] [--keep].';

/** @throws an Error whose message is a sentence for the person. */
export function readWishes(args: readonly string[]): Wishes {
  const wishes: Wishes = { seed: Date.now() % 1_000_000, cases: 500, faults: 200, workers: 2, atOnce: 48, isJson: false, isOnRedis: false, patience: 'short', isKept: false };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--json') wishes.isJson = true;
    else if (arg === '--redis') wishes.isOnRedis = true;
    else if (arg === '--keep') wishes.isKept = true;
    else if (arg === '--kinds') wishes.kinds = readKinds(rest.shift() ?? '');
    else if (arg === '--patience') wishes.patience = readPatience(rest.shift());
    else if (Object.hasOwn(NUMBERS, arg)) wishes[NUMBERS[arg as keyof typeof NUMBERS]] = readNumber(arg, rest.shift());
    else throw new Error(`"${arg}" is not known. ${USAGE}`);
  }
  return wishes;
}

function readNumber(name: string, text: string | undefined): number {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text ?? '')) throw new Error(`${name} needs a whole number. ${USAGE}`);
  return number;
}

function readKinds(text: string): FaultKind[] {
  return text.split(',').map((name) => {
    const kind = faultKinds.find((each) => each === name);
    if (!kind) throw new Error(`There is no fault "${name}". There is: ${faultKinds.join(', ')}.`);
    return kind;
  });
}

function readPatience(text: string | undefined): PatienceName {
  if (text !== 'product' && text !== 'short') throw new Error(`--patience is product or short. ${USAGE}`);
  return text;
}
