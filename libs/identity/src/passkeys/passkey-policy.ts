import type { SecondStep } from '@anuyat/contract';

/** Which agencies ask their people for a passkey, and since when: `*` stands for all, `portal` for the portal's own staff. */
export interface PasskeyPolicy {
  required: readonly { agency: string; since: Date | null }[];
  /** Days from the rule's beginning, or from the person's own if that is later, in which the rights are there without one. */
  graceDays: number;
}

/** What the rule needs to know of a person and a session. */
export interface PasskeyStanding {
  /** In which agencies the person holds rights, and since when the first of them. */
  agencies: readonly { agency: string; since: Date }[];
  hasPasskey: boolean;
  /** Whether this session has been confirmed with it. */
  isShown: boolean;
}

const dayMs = 86_400_000;

/** Reads `ieat@2027-01-01,bma` or `*`: agencies by their codes, each with the first day of the rule where it has one. */
export function readPolicy(text: string | undefined, graceDays: number): PasskeyPolicy {
  const parts = (text ?? '').split(',').map((part) => part.trim()).filter(Boolean);
  const required = parts.map((part) => {
    const [agency = '', day] = part.split('@');
    return { agency, since: day ? new Date(`${day}T00:00:00+07:00`) : null };
  });
  return { required, graceDays };
}

/** What is still to be done before the rights of an office are there; undefined when nothing is. Who has a passkey is always asked for it. */
export function secondStepOf(policy: PasskeyPolicy, { agencies, hasPasskey, isShown }: PasskeyStanding, now: Date): SecondStep | undefined {
  if (agencies.length === 0 || isShown) return undefined;
  if (hasPasskey) return { step: 'enter' };
  const ends = agencies.flatMap(({ agency, since: joined }) => {
    const rule = policy.required.find((one) => one.agency === agency) ?? policy.required.find((one) => one.agency === '*');
    return rule ? [Math.max(rule.since?.getTime() ?? 0, joined.getTime()) + policy.graceDays * dayMs] : [];
  });
  if (ends.length === 0) return undefined;
  const until = Math.min(...ends);
  return until > now.getTime() ? { step: 'soon', until: new Date(until).toISOString() } : { step: 'enrol' };
}
