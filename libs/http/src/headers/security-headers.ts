import { contentPolicy } from './content-policy';

const yearInSeconds = 31_536_000;

/** The headers that every answer carries: pages, answers of the API, files, errors and unknown addresses alike. */
export function securityHeaders(options: { formTargets: readonly string[]; isSecure: boolean }): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(options),
    ...(options.isSecure ? { 'strict-transport-security': `max-age=${yearInSeconds}; includeSubDomains` } : {}),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': 'camera=(), geolocation=(self), microphone=(), payment=(), usb=()',
    'x-permitted-cross-domain-policies': 'none',
  };
}
