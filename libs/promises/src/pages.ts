/** Takes what is handed out one by one a page at a time. */
export function* pagesOf<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let page: T[] = [];
  for (const each of all) {
    if (page.push(each) < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
