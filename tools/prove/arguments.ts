/** What `npm run prove` was asked for. */
export interface ProveArguments {
  codes: string[];
  /** How it answers: proofs in words or as JSON, or the definitions as another tool's model. */
  as: 'lines' | 'json' | 'promela' | 'bpmn';
  /** Where models are written, one file each; printed where it is not said. */
  out: string | undefined;
}

const SHAPES = ['json', 'promela', 'bpmn'] as const;

/** Reads the command line. @throws a sentence for what it does not know. */
export function readArguments(args: readonly string[]): ProveArguments {
  const read: ProveArguments = { codes: [], as: 'lines', out: undefined };
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    const shape = SHAPES.find((known) => arg === `--${known}`);
    if (shape) {
      if (read.as !== 'lines') throw new Error(`Either --${read.as} or --${shape}.`);
      read.as = shape;
    } else if (arg === '--out') {
      read.out = args[(at += 1)];
      if (read.out === undefined) throw new Error('--out needs a folder.');
    } else if (arg.startsWith('-')) {
      throw new Error(`There is no option "${arg}". There is: ${SHAPES.map((known) => `--${known}`).join(', ')}, --out FOLDER.`);
    } else {
      read.codes.push(arg);
    }
  }
  const isModel = read.as === 'promela' || read.as === 'bpmn';
  if (read.out !== undefined && !isModel) throw new Error('--out goes with --promela or --bpmn.');
  if (isModel && read.out === undefined && read.codes.length !== 1) throw new Error(`--${read.as} prints one licence; name it, or give a folder with --out.`);
  return read;
}
