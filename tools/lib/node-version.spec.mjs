import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';

/** Starts the check as if it ran on that Node. */
function begunOn(version) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  const check = `import(${JSON.stringify(pathToFileURL(inRoot('tools/lib/node-version.mjs')).href)}).then((module) => { module.requireUsableNode(); console.log('goes on'); });`;
  return spawnSync(process.execPath, ['--eval', pretend + check], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
}

describe('an old Node', () => {
  it.each(['12.22.0', '18.20.8', '20.18.3'])('%s gets a sentence and a code other than 0', (version) => {
    const { stderr, stdout, status } = begunOn(version);
    expect(stderr.trim()).toBe(`Anuyat needs Node 20.19 or newer to begin, and this is Node ${version}. Install a newer one from https://nodejs.org and try again.`);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it.each(['20.19.0', '22.1.0', '24.21.0'])('%s is new enough', (version) => {
    expect(begunOn(version).stdout.trim()).toBe('goes on');
  });
});
