/**
 * How every server program is run. Left to itself, V8 lets garbage pile up as far as the machine's memory invites it to; with ten
 * thousand cases that made 770 MB of what 550 MB do (`npm run bench -- --only memory`). Source maps are read of our own code only: those of
 * the packages took another 10 to 20 MB of each program.
 */
export const nodeFlags = ['--import', new URL('source-maps.mjs', import.meta.url).href, '--max-semi-space-size=4', '--max-old-space-size=384'];
