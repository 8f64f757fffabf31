import type { RefusalReader } from './problems/refusal-of';
import type { Limits } from './limits/limits';

/** Injection token of the options. */
export const httpOptions = Symbol('HttpOptions');

/** What the HTTP side needs to know of where it runs. */
export interface HttpOptions {
  /** The address that people type. When it is https, cookies are `Secure` and HSTS is sent. */
  publicUrl: string;
  /** Also reachable as localhost and 127.0.0.1 on this port. */
  port: number;
  /** Origins that forms of the pages may lead to through redirects: the identity provider, the bank. */
  formTargets?: string[];
  /** Believe X-Forwarded-For and X-Forwarded-Host; only behind a proxy of one's own. */
  trustProxy?: boolean;
  /** Readers of libraries' own errors. */
  refusalReaders?: RefusalReader[];
  /** Overrides of the built-in limits. */
  limits?: Partial<Limits>;
}
