import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Proving, ToProve, Verdict } from './proving';

/** A definition that takes longer than this, or needs more memory, counts as one that cannot be walked through. */
export interface ThreadLimits {
  ms: number;
  megabytes: number;
}

const USUAL_LIMITS: ThreadLimits = { ms: 300_000, megabytes: 1_024 };

/**
 * Proves beside the thread that serves people, in as many threads as there are cores, at most four. They end with the last verdict.
 * @param program the file of `prover.ts`, bundled.
 */
export function provingThreads(program: string, limits = USUAL_LIMITS): Proving {
  return async (asked) => {
    const verdicts: Verdict[] = [];
    let next = 0;
    const prover = async (): Promise<void> => {
      let thread: Worker | undefined;
      try {
        for (let at = next++; at < asked.length; at = next++) {
          thread ??= new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
          const verdict = await verdictOf(thread, asked[at] as ToProve, limits.ms);
          verdicts[at] = verdict ?? notWalkedThrough(asked[at] as ToProve);
          if (!verdict) {
            await thread.terminate();
            thread = undefined;
          }
        }
      } finally {
        await thread?.terminate();
      }
    };
    await Promise.all(Array.from({ length: Math.min(4, availableParallelism(), asked.length) }, prover));
    return verdicts;
  };
}

/** The thread's verdict; undefined where its time or its memory did not suffice. @throws what the prover itself threw. */
async function verdictOf(thread: Worker, asked: ToProve, ms: number): Promise<Verdict | undefined> {
  thread.postMessage(asked);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ms);
  try {
    const [verdict] = (await once(thread, 'message', { signal: stop.signal })) as [Verdict];
    return verdict;
  } catch (error) {
    if (stop.signal.aborted || (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function notWalkedThrough({ definition: { code, version } }: ToProve): Verdict {
  const story = { th: 'มีสถานการณ์มากเกินกว่าจะตรวจให้ครบในเวลาและหน่วยความจำที่มี', en: 'It has more situations than can be walked through in the time and the memory that there is.' };
  return { code, version, isProved: false, promises: [{ code: 'can-be-explored', isKept: false, story }], states: 0, transitions: 0 };
}
