/** Milliseconds that one sentence may take on a machine that is busy with other things. */
const PATIENCE_MS = 120_000;

type Sentence = (name: string, happens: () => Promise<void> | void) => void;

/**
 * Sentences of one story: each goes on where the one before ended. After one that failed the others fail at once, without waiting
 * for what can no longer come. `onFailure` may keep a picture of how it went.
 */
export function inOrder(onFailure: () => unknown = () => undefined): Sentence {
  let failed: string | undefined;
  return (name, happens) =>
    it(name, async () => {
      if (failed) throw new Error(`The story ended before, at "${failed}".`);
      try {
        await happens();
      } catch (error) {
        failed = name;
        await Promise.resolve().then(onFailure).catch(() => undefined);
        throw error;
      }
    }, PATIENCE_MS);
}
