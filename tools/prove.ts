import { prove, type Proof } from '@anuyat/licence-kit/prover';
import { licences } from '@anuyat/workflows';

/**
 * Proves the named licences, or all, and prints one line each; with `--json`, all proofs as one JSON document.
 * Answers whether all of them hold.
 */
export function proveAll(args: readonly string[]): boolean {
  const names = args.filter((arg) => arg !== '--json');
  const unknown = names.filter((name) => !licences.some(({ code }) => code === name));
  if (unknown.length > 0) throw new Error(`There is no licence "${unknown.join('", "')}". There is: ${licences.map(({ code }) => code).join(', ')}.`);
  const proofs = licences.filter(({ code }) => names.length === 0 || names.includes(code)).map((licence) => prove(licence));
  if (args.includes('--json')) {
    console.log(JSON.stringify(proofs, null, 2));
    return proofs.every(({ isProved }) => isProved);
  }
  const width = Math.max(...proofs.map(({ code }) => code.length));
  for (const proof of proofs) tell(proof, width);
  const held = proofs.filter(({ isProved }) => isProved).length;
  console.log(`${held} of ${proofs.length} licences proved.`);
  return held === proofs.length;
}

function tell({ code, version, isProved, promises, states, transitions, ms }: Proof, width: number): void {
  const walked = `${promises.length} promises, ${states} situations, ${transitions} steps, ${ms} ms`;
  console.log(`${isProved ? '✓' : '✗'} ${code.padEnd(width)} v${version}  ${isProved ? walked : 'is not proved'}`);
  for (const { code: promise, story } of promises.filter(({ isKept }) => !isKept)) {
    console.log(`    ${promise}`);
    if (story) console.log(`      ${story.th}\n      ${story.en}`);
  }
}
