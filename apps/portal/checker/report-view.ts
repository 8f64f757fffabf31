import { fileFaultStory, toHex, type ExportedHistory, type HistoryExport, type HistoryReport } from '@anuyat/ledger-proof';
import { facts, make } from './elements';
import { texts, type Lang, type TextKey } from './texts';

/** What the person gave to compare with, and what came of it. */
export interface Checked {
  report: HistoryReport;
  /** The file; absent where it is none. */
  file: HistoryExport | undefined;
  /** Whether the root is the one that the person has from elsewhere; absent: nothing was given. */
  isCompared: boolean;
}

/** The outcome in words, and what was checked. */
export function reportView({ report, file, isCompared }: Checked, lang: Lang): HTMLElement {
  const say = (key: TextKey, n?: number): string => texts[key][lang].replace('{n}', String(n));
  const isPendingOnly = report.isGenuine && !report.root;
  const verdict = make('section', [make('h2', say(report.isGenuine ? (isPendingOnly ? 'pendingOnly' : 'genuine') : 'forged'), { tabindex: '-1', id: 'verdict' })], {
    class: report.isGenuine ? 'verdict' : 'verdict trouble',
    'data-genuine': String(report.isGenuine),
  });
  if (report.isGenuine && report.pendingLines + report.pendingRecords > 0) verdict.append(make('p', say('pendingText')));
  if (!report.isGenuine) {
    verdict.append(make('h3', say('problems')), make('ul', report.faults.slice(0, 20).map((fault) => make('li', fileFaultStory(fault)[lang]))));
    return verdict;
  }
  const rows: [string, string][] = [
    [say('lines'), [String(report.lines), ...(report.pendingLines ? [say('ofWhich', report.pendingLines)] : []), ...(report.withheld ? [say('withheld', report.withheld)] : [])].join(' · ')],
    [say('records'), [String(report.records), ...(report.pendingRecords ? [say('ofWhich', report.pendingRecords)] : [])].join(' · ')],
  ];
  const parts = [verdict, facts([...rows, ...rootRows(report, say, lang)])];
  if (report.root) parts.push(make('p', say(isCompared ? 'compared' : 'notCompared'), { class: 'soft' }));
  if (file) parts.push(make('h2', say('history')), ...file.applications.flatMap((history) => historyView(history, file, say, lang)));
  return make('div', parts);
}

function rootRows({ root, key }: HistoryReport, say: (key: TextKey) => string, lang: Lang): [string, string][] {
  if (!root || !key) return [[say('root'), say('noRoot')]];
  return [[say('origin'), root.origin], [say('signedAt'), moment(root.signedAt, lang)], [say('keyId'), key.id], [say('hash'), toHex(root.root)]];
}

function historyView({ id, lines }: ExportedHistory, file: HistoryExport, say: (key: TextKey) => string, lang: Lang): HTMLElement[] {
  const filing = file.records.find(({ kind, subject }) => kind === 'filing' && subject === id)?.content as { number?: string; code?: string } | undefined;
  const rows = lines.map(({ content }) => {
    if (!content) return make('li', say('hidden'), { class: 'soft' });
    const { name } = content.actor as { name?: Record<Lang, string> };
    return make('li', `${moment(content.at, lang)} · ${content.type}${name ? ` · ${name[lang]}` : ''}`);
  });
  return [make('h3', `${say('application')} ${filing?.number ?? id}${filing?.code ? ` · ${filing.code}` : ''}`), make('ol', rows)];
}

function moment(at: string, lang: Lang): string {
  return new Date(at).toLocaleString(lang === 'th' ? 'th-TH' : 'en-GB', { timeZone: 'Asia/Bangkok', dateStyle: 'long', timeStyle: 'short' });
}
