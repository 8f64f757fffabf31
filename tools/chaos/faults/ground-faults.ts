import { setTimeout as wait } from 'node:timers/promises';
import { PARTIES, type Party } from '../stage/lines';
import type { Inject } from './stage';

/** PostgreSQL stops as at a power cut, and is started again. */
export const stopDatabase: Inject = async ({ ground, random }) => {
  await ground.database.pullThePlug();
  const milliseconds = random.between(0, 800);
  await wait(milliseconds);
  await ground.database.startAgain();
  return `for ${milliseconds} ms`;
};

/** Every connection to the database or from the browsers breaks at once. */
export const dropConnections: Inject = async ({ ground, random }) => {
  const name = random.pick(['database', 'database', 'portal'] as const);
  const count = ground.lines[name].drop();
  return `${count} of the ${name}’s`;
};

/** Every piece to and from the database comes late. */
export const slowConnections: Inject = async ({ ground, random }) => {
  const [delayMs, milliseconds] = [random.between(20, 200), random.between(800, 2_000)];
  ground.lines.database.slow(delayMs);
  await wait(milliseconds);
  ground.lines.database.slow(0);
  return `${delayMs} ms each way, for ${milliseconds} ms`;
};

/** Nothing comes through, nobody is told, and then everything comes at once. */
export const hushConnections: Inject = async ({ ground, random }) => {
  const name = random.pick(['database', 'portal'] as const);
  const milliseconds = random.between(800, 3_000);
  const end = wait(milliseconds);
  ground.lines[name].hush(end);
  await end;
  return `the ${name}’s for ${milliseconds} ms`;
};

/** What was committed, and the door's one statement: their answers are lost on the way back. */
export const loseCommitAnswers: Inject = async ({ ground, random }) => {
  const count = random.between(1, 4);
  ground.lines.database.loseReplies(['COMMIT', 'registrar-move'], count);
  return `${count} of them`;
};

/** The portal did what it was asked, and the browser never hears of it. */
export const loseBrowserAnswers: Inject = async ({ ground, random }) => {
  const count = random.between(1, 4);
  ground.lines.portal.loseReplies(['POST /api/', 'PATCH /api/'], count);
  return `${count} of them`;
};

/** Redis dies, and comes back with nothing in it. */
export const stopQueue: Inject = async ({ ground, random }) => {
  if (!ground.redis) return undefined;
  await ground.redis.kill();
  const milliseconds = random.between(100, 1_500);
  await wait(milliseconds);
  await ground.redis.startAgain();
  return `for ${milliseconds} ms`;
};

/** Somebody outside does not answer, or answers very late. */
export const takePartyAway: Inject = async ({ ground, random }) => {
  const party: Party = random.pick(PARTIES);
  const milliseconds = random.between(1_000, 4_000);
  const isDead = random.next() < 0.6;
  if (isDead) ground.lines[party].cut(true);
  else ground.lines[party].slow(milliseconds);
  await wait(milliseconds);
  ground.lines[party].cut(false);
  ground.lines[party].slow(0);
  return `${party} ${isDead ? 'dead' : 'slow'} for ${milliseconds} ms`;
};
