import type { MailLanguage } from '@anuyat/contract';

/** One language's part of a letter, before it is text or HTML. */
export interface LetterPart {
  language: MailLanguage;
  title: string;
  lead?: string;
  facts: { name: string; value: string }[];
  /** What to do, and where. */
  act: { words: string; link: string };
  /** Smaller, below. */
  remarks: string[];
  /** The way out. */
  stop?: { words: string; link: string };
  sender: string;
}

/** As plain text. */
export function textOfParts(parts: readonly LetterPart[]): string {
  return parts.map(({ title, lead, facts, act, remarks, stop, sender }) => [
    title, '', ...(lead ? [lead, ''] : []), ...facts.map(({ name, value }) => `${name}: ${value}`), ...(facts.length > 0 ? [''] : []),
    `${act.words}:`, act.link, '', ...remarks, '', '-- ', sender, ...(stop ? [`${stop.words}: ${stop.link}`] : []), '',
  ].join('\n')).join('\n\n');
}

/** As a page that needs nothing from elsewhere: no picture, no script, no style sheet, no link but the portal's own. */
export function htmlOfParts(parts: readonly LetterPart[]): string {
  const [first] = parts;
  const body = parts.map((part) => htmlOf(part, parts.length === 1)).join('\n<hr style="border:0;border-top:1px solid #c9d1dc;margin:24px 0">\n');
  return `<!doctype html>
<html lang="${first?.language ?? 'th'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(first?.title ?? '')}</title></head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#17202b;font:16px/1.6 Sarabun,'Noto Sans Thai',Tahoma,Arial,sans-serif">
<div style="max-width:560px;margin:0 auto">
${body}
</div>
</body>
</html>
`;
}

function htmlOf({ language, title, lead, facts, act, remarks, stop, sender }: LetterPart, isAlone: boolean): string {
  const heading = isAlone ? 'h1' : 'h2';
  const rows = facts.map(({ name, value }) => `<p style="margin:0 0 4px"><span style="color:#4a5665">${escaped(name)}:</span> <strong>${escaped(value)}</strong></p>`).join('\n');
  return `<div lang="${language}">
<p style="margin:0 0 16px;color:#4a5665;font-size:14px">${escaped(sender)}</p>
<${heading} style="margin:0 0 16px;font-size:20px;line-height:1.4">${escaped(title)}</${heading}>
${lead ? `<p style="margin:0 0 16px">${escaped(lead)}</p>` : ''}
${rows}
<p style="margin:20px 0">${escaped(act.words)}:<br><a href="${escaped(act.link)}" style="color:#0b57a4;overflow-wrap:anywhere">${escaped(act.link)}</a></p>
<p style="margin:0 0 8px;color:#4a5665;font-size:14px">${remarks.map(escaped).join('<br>')}</p>
${stop ? `<p style="margin:0;font-size:14px"><a href="${escaped(stop.link)}" style="color:#0b57a4">${escaped(stop.words)}</a></p>` : ''}
</div>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
