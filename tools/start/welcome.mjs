import { say } from '../lib/say.mjs';

/** Officers of the offices where the first cases go; all of them would push the address off the screen. */
const OFFICERS_NAMED = 12;

/** Tells where Anuyat is, who one can be, and what to try first. */
export async function welcome({ publicUrl, sandboxUrl, dataDir, scanner, mail }) {
  const people = await fetch(`${sandboxUrl}/personas`, { signal: AbortSignal.timeout(5_000) }).then((answer) => (answer.ok ? answer.json() : []), () => []);
  say();
  say(`  Anuyat runs at  ${publicUrl}`);
  if (people.length) {
    say();
    say('  Sign in as one of these people (choose on the sign-in page, or open the address):');
    const officers = people.filter(({ role }) => role === 'officer');
    const left = officers.slice(OFFICERS_NAMED);
    const named = people.filter((person) => !left.includes(person));
    const width = Math.max(...named.map(({ hint }) => hint.length));
    for (const { hint, name, about, role } of named) say(`    ${hint.padEnd(width)}  ${name.th} · ${name.en} · ${text(about) ?? role}`);
    if (left.length > 0) say(`    ${''.padEnd(width)}  ... and ${left.length} officers, approvers and supervisors of the other offices, all on the sign-in page.`);
    say(`    ${publicUrl}/api/auth/login?login_hint=${people[0].hint}`);
  }
  say();
  say('  To try: as an applicant choose "open a restaurant or café", answer, fill in the one form and submit;');
  say('  then sign in as an officer in a private window, find the task in the inbox and decide.');
  say('  Or let a script do it on this running portal: npm run scenario -- restaurant');
  say();
  say(`  ${scanner}`);
  say(`  ${mail}`);
  say(`  Data and logs: ${dataDir}. Stop with Ctrl-C; "npm start" again keeps the data, "npm start -- --reset" starts over.`);
}

const text = (words) => (typeof words === 'string' ? words : words?.en);
