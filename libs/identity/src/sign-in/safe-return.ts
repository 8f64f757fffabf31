const nowhere = '/';
const longest = 500;

/** The path of the portal to go back to after signing in. Whatever is not plainly a page of the portal becomes the front page. */
export function safeReturn(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > longest || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return nowhere;
  const here = 'http://portal.invalid';
  const url = URL.parse(wanted, here);
  if (url?.origin !== here || url.pathname.startsWith('//') || /^\/(api|sign-in)(\/|$)/.test(url.pathname)) return nowhere;
  return `${url.pathname}${url.search}${url.hash}`;
}
