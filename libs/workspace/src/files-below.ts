import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is installed, built or kept by a run is not ours to judge. */
const notOurs = new Set(['node_modules', 'dist', 'tmp', 'coverage', '.git', '.nx', '.angular', '.data', 'results', 'screens']);

/** The files of the repository, as paths from its folder. */
export function filesBelow(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}
