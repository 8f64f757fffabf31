import { Refusal, say } from '../lib/say.mjs';

/** Ctrl-C reaches us from the terminal and once more through npm; that is one wish, not two. */
const echoMs = 1_500;

/**
 * Stops everything, last started first, when we are told to or when npm, which started us, is gone without a word.
 * A second wish does not wait.
 */
export function stopOnSignals() {
  const things = [];
  let ending;
  let endingSince = 0;

  const end = (why) => {
    if (ending) return ending;
    if (why instanceof Refusal) process.stderr.write(`\n${why.message}\n`);
    else if (why) process.stderr.write(`\n${why.stack ?? why}\n`);
    endingSince = Date.now();
    ending = stopAll(things).then(() => process.exit(why ? 1 : 0));
    return ending;
  };

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (ending && Date.now() - endingSince > echoMs) process.exit(1);
      if (ending) return;
      say('\n  Stopping …');
      void end();
    });
  }
  process.on('uncaughtException', (error) => void end(error));
  if (process.env.npm_lifecycle_event) stopWithout(process.ppid, end);
  return { add: (thing) => things.push(thing), end };
}

/** Programs stop together; the database, which they all use, stops after them. */
async function stopAll(things) {
  const [postgres, ...programs] = things[0]?.isDatabase ? things : [undefined, ...things];
  await Promise.allSettled(programs.map((program) => program.stop()));
  await postgres?.stop().catch(() => undefined);
}

function stopWithout(parent, end) {
  setInterval(() => process.ppid !== parent && end(), 500).unref();
}
