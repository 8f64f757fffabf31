import { checkLicenceCode, findStanding, type Snapshot } from '@anuyat/licence-code';
import { facts, make } from '../checker/elements';
import { keptSnapshot, newestSnapshot } from './snapshot-store';
import { texts, type Lang, type TextKey } from './texts';

const main = document.getElementById('main') as HTMLElement;
const toggle = document.getElementById('language') as HTMLButtonElement;
const MINUTE_MS = 60_000;
/** Agencies sign their lists every day: one that is older says little of today. */
const OLD_LIST_MS = 7 * 1_440 * MINUTE_MS;

let lang: Lang = navigator.language.startsWith('en') ? 'en' : 'th';
let typed = location.hash.length > 1 ? location.href : '';
let snapshot: Snapshot | undefined = keptSnapshot();
let isOnline = navigator.onLine;

const say = (key: TextKey): string => texts[key][lang];
const day = (date: string): string => new Intl.DateTimeFormat(lang === 'th' ? 'th-TH' : 'en-GB', { dateStyle: 'long', timeZone: 'Asia/Bangkok' }).format(new Date(`${date}T12:00:00+07:00`));
const moment = (at: string): string => `${new Intl.DateTimeFormat(lang === 'th' ? 'th-TH' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Bangkok' }).format(new Date(at))} (${age(at)})`;

function age(at: string): string {
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(at)) / MINUTE_MS));
  const [amount, unit] = minutes < 120 ? [minutes, 'minute'] : minutes < 2_880 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1_440), 'day'];
  const words = new Intl.NumberFormat(lang === 'th' ? 'th-TH' : 'en-GB', { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(Number(amount));
  return `${words}${lang === 'th' ? '' : ' '}${say('ago')}`;
}

/** Draws the page anew with what was scanned or pasted. */
function draw(): void {
  document.documentElement.lang = lang;
  toggle.textContent = say('otherLanguage');
  toggle.lang = lang === 'th' ? 'en' : 'th';
  const input = make('textarea', typed, { id: 'code', spellcheck: 'false', 'aria-describedby': 'code-help' });
  const result = make('div', [], { id: 'result', role: 'status' });
  input.addEventListener('input', () => {
    typed = input.value;
    result.replaceChildren(...finding());
  });
  result.append(...finding());
  main.replaceChildren(
    make('h1', say('title')), make('p', say('lead')), result,
    make('div', [make('label', say('paste'), { for: 'code' }), make('p', say('pasteHelp'), { class: 'help', id: 'code-help' }), input], { class: 'field' }),
    make('p', snapshot ? `${say('snapshot')} ${moment(snapshot.takenAt)}` : say('noSnapshot'), { class: 'soft', id: 'snapshot' }),
  );
}

function finding(): Node[] {
  const digits = typed.includes('#') ? (typed.split('#')[1] ?? '').trim() : typed.trim();
  if (!digits) return [];
  const found = checkLicenceCode(digits, (snapshot?.keys ?? []).filter(({ kty }) => kty === 'OKP'));
  if (!found.isGenuine) {
    const why = ({ unreadable: 'unreadable', 'unknown-key': 'unknownKey', forged: 'forged' } as const)[found.why];
    return [verdict(why, true, say(`${why}Text`))];
  }
  const { licence } = found;
  const listed = snapshot && findStanding(snapshot, licence);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bangkok' }).format(new Date());
  const isExpired = licence.validUntil !== null && licence.validUntil < today;
  const state = listed && listed.standing !== 'valid' ? listed.standing : isExpired ? 'expired' : 'genuine';
  const live = make('a', say('live'), { href: `/verify/${encodeURIComponent(licence.number)}` });
  const isOld = !listed || Date.now() - Date.parse(listed.at) > OLD_LIST_MS;
  const listAge = make('p', listed ? `${say('listAge')} ${moment(listed.at)}` : say('noList'), { class: isOld ? 'old' : 'soft', id: 'list-age' });
  return [
    verdict(state, state !== 'genuine', say(`${state}Text`), isOld ? listAge : undefined),
    facts([
      [say('kind'), snapshot?.titles[licence.code]?.[lang] ?? licence.code], [say('number'), licence.number], [say('holder'), licence.holder],
      ...(licence.businessName ? ([[say('business'), licence.businessName]] as const) : []),
      [say('place'), licence.place], [say('agency'), snapshot?.agencies[licence.agency]?.[lang] ?? licence.agency],
      [say('issuedOn'), day(licence.issuedOn)], [say('validUntil'), licence.validUntil ? day(licence.validUntil) : say('endless')],
    ]),
    ...(isOld ? [] : [listAge]),
    isOnline ? make('p', [live]) : make('p', say('offline'), { class: 'soft', id: 'offline' }),
  ];
}

function verdict(heading: TextKey, isTrouble: boolean, text: string, remark?: Node): HTMLElement {
  return make('section', [make('h2', say(heading)), make('p', text), ...(remark ? [remark] : [])], { class: isTrouble ? 'verdict trouble' : 'verdict', id: 'verdict', tabindex: '-1' });
}

toggle.addEventListener('click', () => {
  lang = lang === 'th' ? 'en' : 'th';
  draw();
});
addEventListener('hashchange', () => {
  typed = location.href;
  draw();
});
draw();
void newestSnapshot().then((newest) => {
  ({ snapshot, isOnline } = newest);
  const writing = document.activeElement instanceof HTMLTextAreaElement ? document.activeElement : undefined;
  draw();
  // Whoever was writing goes on where they were.
  const input = writing && document.querySelector('textarea');
  input?.focus();
  input?.setSelectionRange(writing?.selectionStart ?? 0, writing?.selectionEnd ?? 0);
});
if ('serviceWorker' in navigator && location.protocol.startsWith('http')) {
  for (const scope of ['/check-licence.html', '/verify']) void navigator.serviceWorker.register('/check-licence-offline.js', { scope }).catch(() => undefined);
}
