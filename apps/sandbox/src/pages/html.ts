/** Markup that is safe to send: made by the `html` tag only. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | Html[];

/** A template whose values are text unless they were made by `html` themselves. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((all, text, index) => all + markup(parts[index - 1] ?? '') + text));
}

function markup(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
