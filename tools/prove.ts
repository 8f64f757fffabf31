import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { governmentHolidays } from '@anuyat/dictionary/reference';
import { seededDirectory } from '@anuyat/identity/personas';
import { prove, toBpmn, toPromela } from '@anuyat/licence-kit/prover';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { licences } from '@anuyat/workflows';
import { readArguments } from './prove/arguments';
import { linesOf, reportOf } from './prove/report';

/**
 * Proves the named licences, or all, and prints one line each; with `--json`, all proofs as one JSON document. With `--promela` or
 * `--bpmn` it writes them as models for other tools instead. Answers whether all is well. @throws a sentence for what was not understood.
 */
export function proveAll(args: readonly string[]): boolean {
  const { codes, as, out } = readArguments(args);
  const chosen = named(codes);
  switch (as) {
    case 'promela':
      return write(chosen, toPromela, 'pml', out);
    case 'bpmn':
      return write(chosen, toBpmn, 'bpmn', out);
    default:
      return proveEach(chosen, as === 'json');
  }
}

function proveEach(chosen: readonly LicenceDefinition[], isJson: boolean): boolean {
  const holidays = governmentHolidays.map(({ date }) => date);
  const proofs = chosen.map((licence) => prove(licence, { directory: seededDirectory, holidays }));
  const held = proofs.filter(({ isProved }) => isProved).length;
  if (isJson) {
    console.log(JSON.stringify(proofs.map(reportOf), null, 2));
  } else {
    const width = Math.max(...proofs.map(({ code }) => code.length));
    for (const proof of proofs) console.log(linesOf(proof, width).join('\n'));
    console.log(`${held} of ${proofs.length} licences proved.`);
  }
  return held === proofs.length;
}

function write(chosen: readonly LicenceDefinition[], textOf: (licence: LicenceDefinition) => string, extension: string, out: string | undefined): boolean {
  if (out !== undefined) mkdirSync(out, { recursive: true });
  for (const licence of chosen) {
    if (out === undefined) process.stdout.write(textOf(licence));
    else writeFileSync(join(out, `${licence.code}.${extension}`), textOf(licence));
  }
  if (out !== undefined) console.log(`${chosen.length} models written to ${out}.`);
  return true;
}

/** The licences of the given codes, or all. @throws when there is none of a code. */
function named(codes: readonly string[]): LicenceDefinition[] {
  const unknown = codes.filter((name) => !licences.some(({ code }) => code === name));
  if (unknown.length > 0) throw new Error(`There is no licence "${unknown.join('", "')}". There is: ${licences.map(({ code }) => code).join(', ')}.`);
  return licences.filter(({ code }) => codes.length === 0 || codes.includes(code));
}
