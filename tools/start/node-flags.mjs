/**
 * How every server program is run. Left to itself, V8 lets garbage pile up as far as the machine's memory invites it to; with ten
 * thousand cases that made 770 MB of what 550 MB do (`npm run bench -- --only memory`). What the programs hold is about 60 MB each.
 */
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=4', '--max-old-space-size=384'];
