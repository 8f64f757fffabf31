/** Who may be spoken to, beside the portal itself. */
interface PolicyOptions {
  /** Origins that a form may lead to through redirects. */
  formTargets: readonly string[];
  isSecure: boolean;
  /** Allows the `<style>` elements that Angular writes for its components; fresh for every page. */
  nonce?: string;
}

/**
 * The content policy. Nothing inline runs, nothing is framed, strings become markup only through Angular's own policies: `angular`
 * for templates, `angular#components` for the CDK, and `default`, which the portal's map chunk fills with a fixed list of constants.
 * `base-uri` must allow the portal itself: its page names `/` as base, or scripts of deep links would not be found.
 */
export function contentPolicy({ formTargets, isSecure, nonce }: PolicyOptions): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': nonce ? ["'self'", `'nonce-${nonce}'`] : ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'form-action': ["'self'", ...formTargets],
    'frame-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['angular', 'angular#components', 'default'],
    ...(isSecure ? { 'upgrade-insecure-requests': [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}
