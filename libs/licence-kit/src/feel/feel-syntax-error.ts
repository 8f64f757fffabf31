/** A rule that FEEL cannot read. A checked definition holds none, so this is a fault of whoever skipped the check. */
export class FeelSyntaxError extends Error {
  constructor(
    readonly rule: string,
    /** Offsets in the rule. */
    readonly from: number,
    readonly to: number,
  ) {
    super(`FEEL cannot read "${rule}" at ${from}.`);
    this.name = 'FeelSyntaxError';
  }
}
