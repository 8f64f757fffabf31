import type { Text } from '@anuyat/licence-kit';
import { html, type Html } from './html';

/** Words in both languages, one below the other: the sandbox asks nobody which they read. */
export function both({ th, en }: Text): Html {
  return html`<span>${th}</span> <span class="en" lang="en">${en}</span>`;
}

/** A whole page of the sandbox, marked as such at the top. */
export function page(title: Text, body: Html): string {
  return html`<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title.th} · ${title.en}</title>
<link rel="stylesheet" href="/sandbox.css">
</head>
<body>
<header class="banner">${both({ th: 'ระบบทดลอง: บุคคล เงิน และเลขประจำตัวในหน้านี้เป็นข้อมูลสมมติทั้งหมด', en: 'Sandbox: every person, number and baht on this page is made up.' })}</header>
<main>
<h1>${both(title)}</h1>
${body}
</main>
</body>
</html>
`.text;
}
