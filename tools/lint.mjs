// Lints the whole repository: `npm run lint`, with `-- --fix` to mend what can be mended, or with paths.
import { ESLint } from 'eslint';
import { inRoot } from './lib/paths.mjs';

const args = process.argv.slice(2);
const fix = args.includes('--fix');
const paths = args.filter((arg) => !arg.startsWith('--'));

await keepProjectGraph();
const eslint = new ESLint({ cwd: inRoot(), fix, errorOnUnmatchedPattern: false });
const results = await eslint.lintFiles(paths.length ? paths : ['.']);
if (fix) await ESLint.outputFixes(results);
const text = await (await eslint.loadFormatter('stylish')).format(results);
if (text) console.log(text);
const problems = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
console.log(problems ? '' : `${results.length} files, nothing to say.`);
process.exit(problems ? 1 : 0);

/** The import rules read Nx's graph of projects from its cache; it must be there and be today's. */
async function keepProjectGraph() {
  const { createProjectGraphAsync } = await import('@nx/devkit');
  await createProjectGraphAsync({ exitOnError: false });
}
