import type { Configuration } from '@anuyat/database';
import type { SandboxBank } from '@anuyat/fees';

/** Where bills can be paid while the sandbox plays the bank; undefined in production. */
export function sandboxBank({ SANDBOX_URL, PUBLIC_URL }: Pick<Configuration, 'SANDBOX_URL' | 'PUBLIC_URL'>): SandboxBank | undefined {
  return SANDBOX_URL ? { url: SANDBOX_URL, portalUrl: PUBLIC_URL } : undefined;
}
