import { dirname, join } from 'node:path';

/** Source files by path, and what the paths of `tsconfig.base.json` stand for. */
export interface Sources {
  readonly files: ReadonlyMap<string, string>;
  readonly paths: Readonly<Record<string, string>>;
}

const statement = /^(?:import|export)\s+(?:(type)\s+)?(?:([^;'"]*?)\s*from\s*)?['"]([^'"]+)['"]/gm;

/** The names between the braces, when each of them is only a type. */
const areOnlyTypes = (clause: string) => /^\{[^}]*\}$/.test(clause.trim()) && clause.replace(/[{}\s]*$/, '').replace(/^\s*\{/, '').split(',').filter((name) => name.trim()).every((name) => /^\s*type\s/.test(name));

/** The files of ours that a file needs at run time; what only the compiler needs cannot make a cycle. */
export function importsOf(file: string, { files, paths }: Sources): string[] {
  return [...(files.get(file) ?? '').matchAll(statement)].flatMap(([, type, clause = '', name = '']) => {
    if (type || (clause && areOnlyTypes(clause))) return [];
    const target = name.startsWith('.') ? join(dirname(file), name) : paths[name];
    return target ? [target, `${target}.ts`].filter((path) => files.has(path)) : [];
  });
}

/** Every way around that imports lead back to where they began, one for each file that closes one; empty when there is none. */
export function findCycles(sources: Sources): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): void => {
    if (done.has(file)) return;
    const at = trail.indexOf(file);
    if (at >= 0) {
      cycles.push([...trail.slice(at), file]);
      return;
    }
    for (const next of importsOf(file, sources)) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of sources.files.keys()) visit(file, []);
  return cycles;
}
