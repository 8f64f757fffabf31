import { bundle, importBundled } from './bundle.mjs';
import { inRoot } from './paths.mjs';

/** Bundles the prover with all that it is made of, packages too, so that the file's hash names exactly this prover. Answers the file. */
export async function bundleProver(folder) {
  const output = `${folder}/prover.mjs`;
  await bundle({ [output]: 'libs/versions/src/proving/prover.ts' }, { isWhole: true });
  return inRoot(output);
}

/** The stamps of all definitions of this release that prove; the start tells the story of any other. */
export async function provedByTheBuild(prover) {
  const { stampRelease } = await importBundled('tools/prove/stamp-release.ts');
  return stampRelease(prover);
}
