import { setTimeout as wait } from 'node:timers/promises';
import type { Inject } from './stage';

/** A worker dies in whatever it does; its supervisor starts it again. */
export const killWorker: Inject = async ({ ground, random }) => {
  const at = random.between(0, ground.workers.length - 1);
  await ground.workers[at]?.kill();
  return `worker ${at + 1}`;
};

/** A worker stands still for longer than its jobs stay its own, and goes on as if nothing were. */
export const freezeWorker: Inject = async ({ ground, random }) => {
  const at = random.between(0, ground.workers.length - 1);
  const milliseconds = random.between(2_500, 6_000);
  await ground.workers[at]?.freeze(milliseconds);
  return `worker ${at + 1} for ${milliseconds} ms`;
};

/** The api dies with everything that it was about to answer. */
export const killApi: Inject = async ({ ground }) => {
  await ground.api.kill();
  return 'the api';
};

/** A new api starts beside the old one, people are led to it, and the old one is told to end. Nobody notices. */
export const replaceApi: Inject = async ({ ground }) => {
  const milliseconds = await ground.replaceApi();
  return `the old one ended ${milliseconds} ms after`;
};

/** A new worker starts beside the others, and an old one is told to end: it finishes what it has begun. */
export const replaceWorker: Inject = async ({ ground, random }) => {
  const at = random.between(0, ground.workers.length - 1);
  const milliseconds = await ground.replaceWorker(at);
  return `worker ${at + 1}, ended ${milliseconds} ms after`;
};

/** The disk of the documents takes nothing for a while: whoever uploads is told to come again. */
export const fillDisk: Inject = async ({ ground, random }) => {
  const milliseconds = random.between(800, 2_000);
  const programs = [ground.api, ...ground.workers];
  for (const program of programs) program.order({ isDiskFull: true });
  await wait(milliseconds);
  for (const program of programs) program.order({ isDiskFull: false });
  return `for ${milliseconds} ms`;
};

const MINUTE = 60_000;

/** A worker's clock is wrong by minutes, a day or years, until it is set again or another fault sets it. */
export const shiftClock: Inject = async ({ ground, random }) => {
  const at = random.between(0, ground.workers.length - 1);
  const clockMs = random.pick([5 * MINUTE, -5 * MINUTE, 24 * 60 * MINUTE, -24 * 60 * MINUTE, 400 * 24 * 60 * MINUTE]);
  ground.workers[at]?.order({ clockMs });
  await wait(random.between(1_000, 4_000));
  if (random.next() < 0.5) ground.workers[at]?.order({ clockMs: 0 });
  return `worker ${at + 1} by ${clockMs / MINUTE} minutes`;
};
