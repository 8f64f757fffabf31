/** What one local authority charges from a day on. A new ordinance is a new line; the old one stays for what was filed before it. */
export interface LocalFee {
  /** `bma` for every district of Bangkok, the code of a local authority such as `pattaya`, or `*` where no ordinance was entered yet. */
  authority: string;
  /** ISO date. */
  effectiveFrom: string;
  /** FEEL, in baht. */
  amount: string;
  /** Where it was read. */
  from: string;
  isVerified: boolean;
}

/**
 * The fee by place and day of filing, as one FEEL rule. The oldest line of an authority also holds for what was filed before it.
 * @throws when no line stands in for the authorities that have none.
 */
export function localFee(lines: readonly LocalFee[]): string {
  const authorities = [...new Set(lines.map(({ authority }) => authority))].filter((authority) => authority !== '*');
  const standIn = byDay(lines.filter(({ authority }) => authority === '*'));
  if (standIn === undefined) throw new Error('No line of the local fees stands in (`*`) for authorities that have none.');
  return authorities.reduceRight((otherwise, authority) => {
    const amount = byDay(lines.filter((line) => line.authority === authority));
    return `if ${ruleOf(authority)} then ${amount} else ${otherwise}`;
  }, standIn);
}

/** Says where the lines come from, for the source of the fee. */
export function localFeeSources(lines: readonly LocalFee[]): string {
  return lines.map(({ authority, from, effectiveFrom, isVerified }) => `${authority} from ${effectiveFrom}: ${from}${isVerified ? '' : ' (unconfirmed)'}`).join('; ');
}

function byDay(lines: readonly LocalFee[]): string | undefined {
  const [oldest, ...later] = [...lines].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  return oldest && later.reduce((earlier, { effectiveFrom, amount }) => `(if filing.date >= "${effectiveFrom}" then ${amount} else ${earlier})`, `(${oldest.amount})`);
}

function ruleOf(authority: string): string {
  return authority === 'bma' ? 'place.province = "10"' : `place.localAuthority = "${authority}"`;
}
