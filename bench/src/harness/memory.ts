import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process, in megabytes: all that is resident, and its share of it when what is shared is divided among its users. */
export interface Memory {
  rss: number;
  pss: number;
}

/** @returns undefined where the system does not tell, or the process is gone. */
export function memoryOf(pid: number): Memory | undefined {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1]);
    return { rss: kilobytes('Rss') / 1_024, pss: kilobytes('Pss') / 1_024 };
  } catch {
    return undefined;
  }
}

/** A process and those that it started, such as a postmaster and its sessions. */
export function familyOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return [pid, ...all.filter((each) => parentOf(each) === pid)];
}

/** The sum over several processes. */
export function sumOf(memories: readonly Memory[]): Memory {
  return memories.reduce((sum, { rss, pss }) => ({ rss: sum.rss + rss, pss: sum.pss + pss }), { rss: 0, pss: 0 });
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
