/** An element with its text and what stands in it. Text only ever becomes text. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, content: string | readonly Node[] = [], attributes: Record<string, string> = {}): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (typeof content === 'string') element.textContent = content;
  else element.append(...content);
  return element;
}

/** A list of names and values. */
export function facts(rows: readonly (readonly [string, string])[]): HTMLDListElement {
  return make('dl', rows.map(([name, value]) => make('div', [make('dt', name), make('dd', value)])));
}
