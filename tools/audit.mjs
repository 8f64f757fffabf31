// Asks npm's registry about known faults of what the lock file names. Without a registry that answers it says so, and is no failure.
import { readFileSync } from 'node:fs';
import { judgeAudit } from './lib/judge-audit.mjs';
import { npm } from './lib/npm.mjs';
import { inRoot } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

const exceptions = JSON.parse(readFileSync(inRoot('tools', 'audit-exceptions.json'), 'utf8'));
const { said } = npm(['audit', '--json', '--package-lock-only']);
const { isOk, lines } = judgeAudit(said, exceptions, new Date());
for (const line of lines) say(line);
process.exit(isOk ? 0 : 1);
