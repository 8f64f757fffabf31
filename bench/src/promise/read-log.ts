import { parse } from 'csv-parse';
import { createReadStream, existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { SaxesParser } from 'saxes';
import type { LoggedEvent } from './work-log';

/** Names that tools give to the columns, the standard's own first. */
const NAMES = {
  caseId: ['case:concept:name', 'case', 'caseid', 'case id', 'case_id'],
  activity: ['concept:name', 'activity', 'activityid', 'activity_name', 'activity name', 'event', 'task'],
  at: ['time:timestamp', 'time', 'timestamp', 'completetimestamp', 'complete timestamp', 'end_timestamp', 'end timestamp', 'end_time', 'end time', 'complete_timestamp', 'completion time', 'event time', 'date'],
  resource: ['org:group', 'org:resource', 'resource', 'office', 'group', 'user'],
} as const;

type Column = keyof typeof NAMES;

/** Reads an event log: XES or CSV, either of them gzipped or not. @throws with a sentence that says what is wrong and where. */
export async function readLog(path: string): Promise<LoggedEvent[]> {
  if (!existsSync(path)) throw new Error(`There is no log at "${path}".`);
  const isZipped = path.endsWith('.gz');
  const file = createReadStream(path);
  const stream: Readable = isZipped ? file.pipe(createGunzip()) : file;
  const name = isZipped ? path.slice(0, -3) : path;
  if (name.endsWith('.xes')) return readXes(stream);
  if (name.endsWith('.csv')) return readCsv(stream);
  throw new Error(`"${path}" is neither .xes nor .csv (with or without .gz).`);
}

async function readCsv(stream: Readable): Promise<LoggedEvent[]> {
  const rows = stream.pipe(parse({ columns: true, delimiter: [',', ';', '\t'], bom: true, trim: true, skip_empty_lines: true, relax_column_count: true }));
  const events: LoggedEvent[] = [];
  let columns: Record<Column, string | undefined> | undefined;
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    columns ??= columnsOf(Object.keys(row));
    const value = (column: Column): string => row[columns?.[column] ?? ''] ?? '';
    events.push({ caseId: value('caseId'), activity: value('activity'), at: momentOf(value('at'), events.length + 2), resource: value('resource') });
  }
  return events;
}

function columnsOf(header: readonly string[]): Record<Column, string | undefined> {
  const find = (column: Column): string | undefined => NAMES[column].flatMap((name) => header.filter((each) => each.toLowerCase() === name))[0];
  const found = { caseId: find('caseId'), activity: find('activity'), at: find('at'), resource: find('resource') };
  for (const column of ['caseId', 'activity', 'at'] as const) {
    if (!found[column]) throw new Error(`The log has no column for the ${column === 'at' ? 'time' : column === 'caseId' ? 'case' : 'activity'}: one of ${NAMES[column].join(', ')}. It has ${header.join(', ')}.`);
  }
  return found;
}

async function readXes(stream: Readable): Promise<LoggedEvent[]> {
  const parser = new SaxesParser();
  const events: LoggedEvent[] = [];
  let caseId = '';
  let trace: Record<string, string>[] | undefined;
  let event: Record<string, string> | undefined;
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    const { key, value } = attributes as Record<string, string | undefined>;
    if (name === 'trace') [trace, caseId] = [[], ''];
    else if (name === 'event') [event, depth] = [{}, 0];
    else if (event) {
      if (depth === 0 && key !== undefined && value !== undefined) event[key] = value;
      depth += 1;
    } else if (trace && key === 'concept:name') caseId = value ?? '';
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'event') {
      trace?.push(event ?? {});
      event = undefined;
    } else if (name === 'trace') {
      for (const each of trace ?? []) events.push(eventOf(each, caseId, events.length + 1));
      trace = undefined;
    } else if (event) depth -= 1;
  });
  parser.on('error', (error) => {
    throw new Error(`The log is not well-formed XML: ${error.message}`);
  });
  stream.setEncoding('utf8');
  for await (const chunk of stream) parser.write(chunk as string);
  parser.close();
  return events;
}

/** A step that is begun and one that is done are two. */
function eventOf(attributes: Record<string, string>, caseId: string, line: number): LoggedEvent {
  const transition = attributes['lifecycle:transition']?.toLowerCase() ?? 'complete';
  return {
    caseId,
    activity: `${attributes['concept:name'] ?? ''}${transition === 'complete' ? '' : `+${transition}`}`,
    at: momentOf(attributes['time:timestamp'] ?? '', line),
    resource: attributes['org:group'] ?? attributes['org:resource'] ?? '',
  };
}

function momentOf(text: string, line: number): number {
  const at = Date.parse(text.includes('T') ? text : text.replaceAll('/', '-'));
  if (Number.isNaN(at)) throw new Error(`"${text}" in event ${line} is not a time.`);
  return at;
}
