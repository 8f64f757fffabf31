import { linkedPage } from './linked-page';

const page = '<html><head><title>x</title></head><body></body></html>';
const manuals = { find: (code: string, version?: number) => (code === 'cafe' ? { name: `</script><b>$& ${version ?? 'newest'}` } : undefined) };
const dataIn = (html: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script><\/head>/.exec(html)?.[1] ?? 'null') as unknown;

describe('the page of a manual', () => {
  it.each([['/licence-types/cafe', 'newest'], ['/licence-types/cafe/versions/3', '3'], ['/licence-types/cafe?x=1', 'newest']])('%s holds its linked data', (url, version) => {
    expect(dataIn(linkedPage(page, url, manuals))).toEqual({ name: `</script><b>$& ${version}` });
  });

  it.each(['/', '/licence-types', '/licence-types/castle', '/licence-types/cafe/other', '/journeys/cafe'])('%s stays as it is', (url) => {
    expect(linkedPage(page, url, manuals)).toBe(page);
  });
});
