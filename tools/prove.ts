import { governmentHolidays } from '@anuyat/dictionary/reference';
import { seededDirectory } from '@anuyat/identity/personas';
import { prove } from '@anuyat/licence-kit/prover';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { licences } from '@anuyat/workflows';
import { linesOf, reportOf } from './prove/report';

/**
 * Proves the named licences, or all, and prints one line each; with `--json`, all proofs as one JSON document.
 * Answers whether all of them hold.
 */
export function proveAll(args: readonly string[]): boolean {
  const holidays = governmentHolidays.map(({ date }) => date);
  const proofs = named(args.filter((arg) => arg !== '--json')).map((licence) => prove(licence, { directory: seededDirectory, holidays }));
  if (args.includes('--json')) {
    console.log(JSON.stringify(proofs.map(reportOf), null, 2));
    return proofs.every(({ isProved }) => isProved);
  }
  const width = Math.max(...proofs.map(({ code }) => code.length));
  for (const proof of proofs) console.log(linesOf(proof, width).join('\n'));
  const held = proofs.filter(({ isProved }) => isProved).length;
  console.log(`${held} of ${proofs.length} licences proved.`);
  return held === proofs.length;
}

/** The licences of the given codes, or all. @throws when there is none of a code. */
function named(codes: readonly string[]): LicenceDefinition[] {
  const unknown = codes.filter((name) => !licences.some(({ code }) => code === name));
  if (unknown.length > 0) throw new Error(`There is no licence "${unknown.join('", "')}". There is: ${licences.map(({ code }) => code).join(', ')}.`);
  return licences.filter(({ code }) => codes.length === 0 || codes.includes(code));
}
