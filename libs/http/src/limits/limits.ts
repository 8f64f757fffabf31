/** How many calls at once, and how many a minute afterwards. */
export interface Limit {
  burst: number;
  perMinute: number;
}

/** The kinds of calls that are limited. */
export interface Limits {
  /** Beginning and ending a sign-in; a whole office may come through one address at half past eight. */
  'sign-in': Limit;
  /** Calls that cost much: uploads, papers, searches without a key, plans. */
  costly: Limit;
}

export type LimitName = keyof Limits;

/** Per address for strangers and per account for those signed in; offices share an address, so an address may do ten times as much as an account. */
export const defaultLimits: Limits = {
  'sign-in': { burst: 300, perMinute: 150 },
  costly: { burst: 120, perMinute: 240 },
};

export const addressFactor = 10;
