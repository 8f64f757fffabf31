/** The faces of Sarabun, which the sandbox serves itself. */
export const thaiFont = `@font-face { font-family: Sarabun; font-weight: 400; src: url(/fonts/sarabun-thai-400-normal.woff2) format('woff2'); unicode-range: U+0E01-0E5B, U+200C-200D, U+25CC; }
@font-face { font-family: Sarabun; font-weight: 400; src: url(/fonts/sarabun-latin-400-normal.woff2) format('woff2'); }
`;

/** The sandbox's one style sheet; a string, so that the bundle is one file. */
export const sandboxCss = `${thaiFont}* { box-sizing: border-box; }
body { margin: 0; font: 18px/1.65 Sarabun, system-ui, sans-serif; color: #1b2430; background: #f4f6f8; }
.banner { margin: 0; padding: 8px 16px; background: #fff3d6; border-bottom: 2px solid #c9820a; text-align: center; }
main { max-width: 680px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 28px; line-height: 1.35; }
h2 { font-size: 18px; margin: 32px 0 8px; }
.en { color: #4a5665; }
h1 .en, h2 .en, p .en, dt .en, .about, .about .en, .main .en, .banner .en { display: block; font-weight: 400; }
h1 .en { font-size: 18px; }
h2 .en { font-size: 16px; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 8px 0; }
button, a.main { display: block; width: 100%; padding: 12px 16px; font: inherit; text-align: start; color: inherit; background: #fff; border: 1px solid #d5dbe1; border-radius: 6px; cursor: pointer; }
button:hover { border-color: #2b3a8c; }
.about, dt .en, .main .en { font-size: 16px; line-height: 1.5; }
button:focus-visible, a:focus-visible { outline: 3px solid #c9820a; outline-offset: 2px; }
button.main, a.main { color: #fff; background: #2b3a8c; border-color: #2b3a8c; text-align: center; text-decoration: none; }
.main .en { color: #fff; }
dl { margin: 16px 0; background: #fff; border: 1px solid #d5dbe1; border-radius: 6px; }
dl div { display: flex; justify-content: space-between; gap: 16px; padding: 8px 16px; border-bottom: 1px solid #d5dbe1; }
dl div:last-child { border-bottom: 0; }
dd { margin: 0; font-variant-numeric: tabular-nums; text-align: end; overflow-wrap: anywhere; }
input[name=secret] { display: block; width: 100%; padding: 10px 12px; font: inherit; border: 1px solid #8a96a3; border-radius: 6px; }
.reason { color: #4a5665; font-size: 16px; }
.mail { display: block; padding: 12px 16px; color: inherit; background: #fff; border: 1px solid #d5dbe1; border-radius: 6px; text-decoration: none; overflow-wrap: anywhere; }
.mail:hover { border-color: #2b3a8c; }
.mail strong, .mail .about { display: block; }
.mail .about { color: #4a5665; }
.letter { margin: 0; padding: 16px; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; background: #fff; border: 1px solid #d5dbe1; border-radius: 6px; }
.headers dt { flex: none; }
button[aria-pressed="true"] { border-color: #2b3a8c; box-shadow: inset 4px 0 0 #2b3a8c; }
`;
