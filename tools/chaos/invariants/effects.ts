import { countOf, rowsOf, type Invariant, type LetterThere } from './world';

/** Everything that a history says an applicant is to be told, and whether it was. */
const TOLD = `
  SELECT h.application_id AS id, h.revision, CASE WHEN e ->> 'type' = 'requestAnswer' THEN 'question' ELSE e #>> '{params,notice}' END AS notice,
         (SELECT count(*) FROM notice n WHERE n.application_id = h.application_id AND n.revision = h.revision AND n.notice = CASE WHEN e ->> 'type' = 'requestAnswer' THEN 'question' ELSE e #>> '{params,notice}' END)::int AS n
    FROM history h, jsonb_array_elements(h.effects) AS e WHERE e ->> 'type' IN ('tell', 'requestAnswer')`;
const UNASKED = `
  SELECT n.application_id AS id, n.revision, n.notice FROM notice n
   WHERE NOT EXISTS (SELECT FROM history h WHERE h.application_id = n.application_id AND h.revision = n.revision)`;

/** Letters of notices to people with an address, by the Message-ID that each has; those that the mail server refused for good are none of them. */
const LETTERS = `
  SELECT n.id AS notice, n.notice AS what, m.address AS "to", 'notice.' || n.id || '.' || right(m.id::text, 12) AS name, count(l.id)::int AS n, coalesce(min(l.state), 'none') AS state
    FROM notice n JOIN mail_address m ON m.account_id = n.account_id AND m.confirmed_at <= n.at AND m.stopped_at IS NULL AND m.failing_since IS NULL LEFT JOIN letter l ON l.notice_id = n.id AND l.address_id = m.id
   GROUP BY 1, 2, 3, 4`;

interface Told {
  notice: string;
  what: string;
  to: string;
  name: string;
  n: number;
  state: string;
}

/** Each notice lies in the mailbox at least once; what lies there twice has one Message-ID, so that the mailbox shows it once. */
function lettersAmiss(told: readonly Told[], mailboxes: readonly LetterThere[]): string[] {
  const there = new Set(mailboxes.map(({ to, messageId }) => `${to} ${messageId.replace(/^<|@.*$/g, '')}`));
  const asked = new Set(told.map(({ to, name }) => `${to} ${name}`));
  return [
    ...told.filter(({ n }) => n !== 1).map(({ what, to, n }) => `“${what}” has ${n} letters to ${to}.`),
    ...told.filter(({ n, state }) => n === 1 && state !== 'sent').map(({ what, to, state }) => `The letter of “${what}” to ${to} is ${state}.`),
    ...told.filter(({ state, to, name }) => state === 'sent' && !there.has(`${to} ${name}`)).map(({ what, to }) => `“${what}” counts as sent to ${to}, and never came.`),
    ...[...there].filter((one) => one.includes(' notice.') && !asked.has(one)).map((one) => `A letter came that no notice asked for: ${one}.`),
  ];
}

/** I7: in the portal once, and in the mailbox of who confirmed an address. */
export const noticesOnce: Invariant = {
  id: 'I7', title: 'Applicants are told each thing, and each once',
  async check(world) {
    const told = await rowsOf<{ id: string; revision: number; notice: string; n: number }>(world, TOLD);
    const breaches = [
      ...told.filter(({ n }) => n !== 1).map(({ id, revision, notice, n }) => `“${notice}” of ${id} at revision ${revision} was told ${n} times.`),
      ...(await rowsOf<{ id: string; revision: number; notice: string }>(world, UNASKED)).map(({ id, notice }) => `“${notice}” of ${id} was told, and nothing asked for it.`),
    ];
    const letters = await rowsOf<Told>(world, LETTERS);
    breaches.push(...lettersAmiss(letters, world.mailboxes));
    const twice = world.mailboxes.length - new Set(world.mailboxes.map(({ to, messageId }) => `${to} ${messageId}`)).size;
    return { checked: `${told.length} notices, ${letters.length} letters (${twice} came again under the same Message-ID)`, breaches };
  },
};

const OPEN_AFTER_END = `
  SELECT t.application_id AS id, t.lane AS what FROM task t JOIN application a ON a.id = t.application_id
   WHERE t.status IN ('open', 'claimed') AND a.status IN ('issued', 'refused', 'withdrawn', 'returned')`;
const NO_TASK = `
  SELECT DISTINCT h.application_id AS id, e #>> '{params,lane}' AS what FROM history h JOIN application a ON a.id = h.application_id, jsonb_array_elements(h.effects) AS e
   WHERE e ->> 'type' = 'requestReview' AND a.status NOT IN ('withdrawn', 'returned') AND NOT EXISTS (SELECT FROM task t WHERE t.application_id = h.application_id AND t.lane = e #>> '{params,lane}')`;
const RUNNING_AFTER_END = `
  SELECT t.application_id AS id, t.name AS what FROM timer t JOIN application a ON a.id = t.application_id
   WHERE t.stopped_at IS NULL AND t.fired_at IS NULL AND a.life_of IS NULL AND a.status = 'issued'`;

/** I8: nothing is left to be done, and nothing was left out. */
export const nothingStuck: Invariant = {
  id: 'I8', title: 'The outbox and the queues are empty, and every effect is done',
  async check(world) {
    const left = await rowsOf<{ id: string; effect: string; hand_overs: number }>(world, `SELECT application_id AS id, effect, hand_overs FROM outbox ORDER BY id LIMIT 20`);
    const breaches = left.map(({ id, effect, hand_overs: times }) => `${effect} of ${id} is not done, after ${times} hand-overs.`);
    const { waiting, held } = world.jobsLeft;
    if (waiting > 0) breaches.push(`${waiting} jobs wait in the queues, and nobody takes them.`);
    for (const [sql, words] of [[OPEN_AFTER_END, 'has ended, and still has the open task'], [NO_TASK, 'asked for a review, and there is no task'], [RUNNING_AFTER_END, 'has ended, and still runs the clock']] as const) {
      breaches.push(...(await rowsOf<{ id: string; what: string }>(world, sql)).map(({ id, what }) => `The application ${id} ${words} ${what}.`));
    }
    const behind = held > 0 ? ` (${held} jobs left behind by wrong clocks, whose effects are done)` : '';
    return { checked: `outbox, queues${behind}, ${await countOf(world, `SELECT count(*) AS n FROM task`)} tasks`, breaches };
  },
};
