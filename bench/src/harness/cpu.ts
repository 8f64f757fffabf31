import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The system's clock ticks a second, as /proc counts them. */
const TICKS = 100;

/** CPU seconds that the whole machine, and our own processes, have used up to now. */
export interface CpuReading {
  machineBusy: number;
  machineTotal: number;
  ours: number;
}

/** Processes of ours besides this one: their descendants are counted too. */
const roots = new Set<number>();

/** From now on this process and its descendants count as ours. */
export function countAsOurs(pid: number): void {
  roots.add(pid);
}

/** Reads the accounts of Linux; undefined where there are none. */
export function readCpu(): CpuReading | undefined {
  if (!existsSync('/proc/stat')) return undefined;
  const [, ...ticks] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).map(Number);
  const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0, steal = 0] = ticks;
  const busy = user + nice + system + irq + softirq + steal;
  return { machineBusy: busy / TICKS, machineTotal: (busy + idle + iowait) / TICKS, ours: oursInTicks() / TICKS };
}

/** CPU seconds of one process and its descendants; zero when it is gone or the system does not tell. */
export function cpuOf(pid: number): number {
  return sumOver(new Set([pid])) / TICKS;
}

/** What was used between two readings. */
export function cpuBetween(before: CpuReading | undefined, after: CpuReading | undefined): { cpuSeconds?: number; foreign?: number } {
  if (!before || !after) return {};
  const cpuSeconds = after.ours - before.ours;
  const total = after.machineTotal - before.machineTotal;
  const foreign = total > 0 ? Math.max(0, (after.machineBusy - before.machineBusy - cpuSeconds) / total) : 0;
  return { cpuSeconds, foreign };
}

function oursInTicks(): number {
  return sumOver(new Set([process.pid, ...roots]));
}

interface ProcessTicks {
  pid: number;
  parent: number;
  /** With those of its children that have ended. */
  ticks: number;
}

function sumOver(wanted: Set<number>): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => ticksOf(Number(name)) ?? []);
  const children = Map.groupBy(all, ({ parent }) => parent);
  const seen = new Set<number>();
  const visit = (pid: number): number => {
    if (seen.has(pid)) return 0;
    seen.add(pid);
    const own = all.find((process) => process.pid === pid)?.ticks ?? 0;
    return own + (children.get(pid) ?? []).reduce((sum, child) => sum + visit(child.pid), 0);
  };
  return [...wanted].reduce((sum, pid) => sum + visit(pid), 0);
}

function ticksOf(pid: number): ProcessTicks | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    const [parent = 0] = [fields[1]];
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    return { pid, parent, ticks: user + system + childUser + childSystem };
  } catch {
    return undefined;
  }
}
