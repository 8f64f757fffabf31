import { mkdirSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { buildAll } from '../start/build.mjs';
import { findChromium } from './chromium.mjs';
import { capture } from './capture.mjs';
import { jestProject } from './jest-step.mjs';
import { isInstalled } from './installed.mjs';
import { startRedis } from './redis.mjs';

/** What a step found: whether it is content, what it said, and the tests that it counted, if it counts any. */
const check = async (args) => {
  const { code, output } = await capture(args);
  return { isOk: code === 0, output };
};
const skip = (why) => ({ isOk: true, isSkipped: true, why });
const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');

const lint = { name: 'lint', run: () => check([inRoot('tools', 'lint.mjs')]) };
const types = {
  name: 'types',
  run: async () => {
    const server = await check([tsc, '-p', 'tsconfig.server.json']);
    const browser = await check([tsc, '-p', 'tsconfig.browser.json', '--noEmit']);
    return { isOk: server.isOk && browser.isOk, output: server.output + browser.output };
  },
};
const prove = {
  name: 'prove',
  run: async () => {
    const found = await check([inRoot('tools', 'run.mjs'), 'prove']);
    return { ...found, said: found.output.trim().split('\n').at(-1) };
  },
};
const unit = { name: 'unit', run: () => jestProject('unit') };
const database = { name: 'database', run: () => jestProject('db') };
const queueOnPostgres = { name: 'queue on PostgreSQL', run: () => jestProject('queue', { env: { REDIS_URL: '' } }) };
const queueOnRedis = {
  name: 'queue on Redis',
  run: async () => {
    const redis = await startRedis();
    if (!redis) return skip('redis-server is not installed (Debian: apt-get install redis-server)');
    try {
      return await jestProject('queue', { env: { REDIS_URL: redis.url } });
    } finally {
      await redis.stop();
    }
  },
};
const spin = {
  name: 'spin',
  run: async () => {
    const missing = ['spin', 'gcc'].filter((program) => !isInstalled(program));
    if (missing.length > 0) return skip(`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not installed (Debian: apt-get install ${missing.join(' ')})`);
    return jestProject('spin');
  },
};
/** Keys in a module of SoftHSM: the real one speaks the same PKCS #11. */
const hardwareKeys = {
  name: 'hardware keys',
  run: async () => {
    const missing = [['softhsm2-util', 'softhsm2'], ['pkcs11-tool', 'opensc']].filter(([program]) => !isInstalled(program)).map(([, name]) => name);
    if (missing.length > 0) return skip(`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not installed (Debian: apt-get install ${missing.join(' ')})`);
    return jestProject('hsm');
  },
};
const chaos = {
  name: 'chaos',
  run: async () => {
    const hasRedis = isInstalled('redis-server');
    const hurt = (...args) => check([inRoot('tools', 'run.mjs'), 'chaos', ...args, ...(hasRedis ? ['--redis'] : [])]);
    const emptied = await hurt('--seed', '60', '--cases', '24', '--faults', '1', '--kinds', 'queue-emptied', '--patience', 'product');
    const all = await hurt('--seed', '11', '--cases', '500', '--faults', '200');
    const [told = 'nothing was told'] = all.output.split('\n').filter((line) => line.startsWith('Seed '));
    return { isOk: emptied.isOk && all.isOk, output: emptied.output + all.output, said: hasRedis ? told : `${told} (redis-server is not installed)` };
  },
};
const angular = { name: 'angular', run: () => jestProject('angular') };
const build = {
  name: 'build',
  run: async () => {
    mkdirSync(inRoot('tmp'), { recursive: true });
    return buildAll(inRoot('tmp', 'build.log')).then(() => ({ isOk: true, output: '' }), (error) => ({ isOk: false, output: error.message }));
  },
};
const inBrowser = (name, ...args) => ({
  name,
  run: async () => {
    const chromium = await findChromium();
    if (!chromium) return skip('no Chromium was found (Debian: apt-get install chromium, or set CHROMIUM_PATH)');
    return jestProject('browser', { env: chromium, args });
  },
});
/** One after the other, for they stop the worker, publish versions and let sessions grow old. */
const browser = inBrowser('browser', '--runInBand', '--testPathIgnorePatterns=/every-page');
/** These only look, each at cases of its own. */
const everyPage = inBrowser('every page', '--maxWorkers=2', '--testPathPatterns=/every-page');

/**
 * Steps of one row run side by side; each row waits for the one before. Spin and lint work on one core each, and the browser and chaos wait more than
 * they work; so do the queues.
 */
export const everything = [[lint, types, spin], [prove], [unit], [database], [queueOnPostgres, queueOnRedis], [angular, hardwareKeys], [build], [browser, chaos], [everyPage]];

/** What one runs before a commit. */
export const quick = [[lint, types], [unit]];
