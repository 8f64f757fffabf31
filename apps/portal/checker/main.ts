import { checkHistory, readKey, readNote, type HistoryExport, type RootKey } from '@anuyat/ledger-proof';
import { make } from './elements';
import { reportView, type Checked } from './report-view';
import { texts, type Lang, type TextKey } from './texts';

const main = document.getElementById('main') as HTMLElement;
const toggle = document.getElementById('language') as HTMLButtonElement;

/** One for as long as the page stands: it keeps the name of what was chosen. */
const file = make('input', [], { type: 'file', id: 'file', accept: '.json,application/json' });

let lang: Lang = navigator.language.startsWith('th') || new URLSearchParams(location.search).get('lang') === 'th' ? 'th' : 'en';
let text: string | undefined;
let published = '';

/** Draws the page anew, with what was chosen and typed before. */
function draw(): void {
  const say = (key: TextKey): string => texts[key][lang];
  document.documentElement.lang = lang;
  toggle.textContent = say('otherLanguage');
  toggle.lang = lang === 'th' ? 'en' : 'th';
  const key = make('textarea', published, { id: 'key', spellcheck: 'false', 'aria-describedby': 'key-help' });
  const result = make('div', [], { id: 'result', role: 'status' });
  file.onchange = () => void read(file.files?.[0], result);
  key.addEventListener('input', () => {
    published = key.value;
    show(result);
  });
  main.replaceChildren(
    make('h1', say('title')), make('p', say('lead')),
    make('div', [make('label', say('file'), { for: 'file' }), file], { class: 'field' }),
    make('div', [make('label', say('key'), { for: 'key' }), make('p', say('keyHelp'), { class: 'help', id: 'key-help' }), key], { class: 'field' }),
    result,
  );
  show(result);
}

async function read(chosen: File | undefined, result: HTMLElement): Promise<void> {
  if (!chosen) return;
  text = await chosen.text();
  show(result);
  document.getElementById('verdict')?.focus();
}

function show(result: HTMLElement): void {
  if (text === undefined) return;
  const isUnknown = published.trim() !== '' && !readKey(published) && !published.includes('\n\n');
  result.replaceChildren(...(isUnknown ? [make('p', texts.badKey[lang], { class: 'soft' })] : []), reportView(check(text), lang));
}

/** With a key it has to be that key's root; with a published root it has to be a root of the key that signed that one. */
function check(content: string): Checked {
  const key = readKey(published);
  const trusted = key ? [key] : published.includes('\n\n') ? keysOf(content, `${published.trim()}\n`) : undefined;
  const report = checkHistory(content, trusted);
  return { report, isCompared: trusted !== undefined && report.root !== null, file: report.isGenuine ? (JSON.parse(content) as HistoryExport) : undefined };
}

function keysOf(content: string, note: string): RootKey[] {
  const { key } = checkHistory(content);
  return key && readNote(note, [key]) ? [key] : [];
}

toggle.addEventListener('click', () => {
  lang = lang === 'th' ? 'en' : 'th';
  draw();
});
draw();
