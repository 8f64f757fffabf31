/** What the bench was asked for. */
export interface Options {
  isJson: boolean;
  /** Goals such as `G1`; empty: all. */
  only: string[];
  /** Length of one slice. */
  seconds: number;
  rounds: number;
}

/** @throws with a sentence when an option is not known or makes no sense. */
export function readOptions(args: readonly string[], goals: readonly string[]): Options {
  const options: Options = { isJson: false, only: [], seconds: 1, rounds: 5 };
  const left = args.flatMap((arg) => (arg.startsWith('--') && arg.includes('=') ? arg.split(/=(.*)/s).slice(0, 2) : [arg]));
  for (let at = 0; at < left.length; at++) {
    const next = (): string => left[(at += 1)] ?? '';
    switch (left[at]) {
      case '--json':
        options.isJson = true;
        break;
      case '--only':
        options.only = next().split(',').map((goal) => goal.trim()).filter(Boolean);
        break;
      case '--seconds':
        options.seconds = positive('--seconds', next());
        break;
      case '--rounds':
        options.rounds = Math.round(positive('--rounds', next()));
        break;
      default:
        throw new Error(`"${left[at]}" is not known. There is: --json, --only ${goals.join(',')}, --seconds N, --rounds N.`);
    }
  }
  const known = options.only.map((goal) => goals.find((each) => each.toLowerCase() === goal.toLowerCase()));
  const missing = options.only.find((_, at) => known[at] === undefined);
  if (missing !== undefined) throw new Error(`There is no goal "${missing}". There is: ${goals.join(', ')}.`);
  return { ...options, only: known as string[] };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${name} needs a number above zero, and got "${text}".`);
  return value;
}
