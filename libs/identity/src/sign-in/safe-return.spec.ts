import { safeReturn } from './safe-return';

describe('where one goes after signing in', () => {
  it.each(['/', '/my', '/cases/0199?tab=papers', '/desk/tasks?status=open&sort=due', '/journeys/open-a-restaurant#plan', '/my/เรื่องของฉัน'])('is the page one wanted: %s', (page) => {
    expect(decodeURI(safeReturn(page))).toBe(page);
  });

  it.each([
    ['nothing', undefined],
    ['an empty word', ''],
    ['another site', 'https://evil.example/'],
    ['another site without a scheme', '//evil.example/'],
    ['another site behind a backslash', '/\\evil.example/'],
    ['another site behind two backslashes', '\\\\evil.example'],
    ['another site behind a tab', '/\t/evil.example'],
    ['another site behind a line end', '/\n/evil.example'],
    ['another site behind dots', '/..//evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['a relative path', 'my'],
    ['an @ that makes the portal a user name', '@evil.example'],
    ['an answer of the API', '/api/auth/login?returnTo=/'],
    ['the sign-in page itself', '/sign-in?returnTo=/my'],
    ['an endless address', `/${'x'.repeat(600)}`],
  ])('is the front page instead of %s', (_, wanted) => {
    expect(safeReturn(wanted)).toBe('/');
  });
});
