import 'reflect-metadata';
import { resolve } from 'node:path';
import { createDataSource } from '@anuyat/database';
import { DefinitionLibrary, GovernmentCalendar, replayAll, type ReplayReport } from '@anuyat/registrar';
import { attachEmbeddedPostgres } from '../libs/database/src/embedded/attach';

interface Wishes {
  isJson: boolean;
  number: string | undefined;
}

/**
 * Replays the database of DATABASE_URL, or that of the data folder, and prints how it went; with `--json` as one JSON document, with
 * `--case NUMBER` one case or application only. Reads, and writes nothing. Answers whether everything is the same.
 * @throws an Error whose message is a sentence for the person.
 */
export async function replay(args: readonly string[], environment: Record<string, string | undefined>): Promise<boolean> {
  const { isJson, number } = readWishes(args);
  const database = environment['DATABASE_URL'] ? { appUrl: environment['DATABASE_URL'], stop: () => Promise.resolve() } : await attachEmbeddedPostgres(resolve(environment['DATA_DIR'] || '.data'));
  try {
    const report = await replayDatabase(database.appUrl, number);
    if (isJson) console.log(JSON.stringify(report, null, 2));
    else tell(report, number);
    return report.isSame;
  } finally {
    await database.stop();
  }
}

async function replayDatabase(url: string, number: string | undefined): Promise<ReplayReport> {
  const source = await createDataSource(url, 'anuyat-replay', []).initialize();
  try {
    const library = new DefinitionLibrary(source);
    const calendar = new GovernmentCalendar();
    await library.load();
    await calendar.reload(source);
    return await replayAll(source, library, calendar, { number });
  } finally {
    await source.destroy();
  }
}

function readWishes(args: readonly string[]): Wishes {
  const rest = [...args];
  const wishes: Wishes = { isJson: false, number: undefined };
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === '--json') wishes.isJson = true;
    else if (arg === '--case' && rest[0]) wishes.number = rest.shift();
    else throw new Error(`"${arg}" is not known. There is: npm run replay, npm run replay -- --json, npm run replay -- --case NUMBER.`);
  }
  return wishes;
}

function tell({ counts, faults, isSame }: ReplayReport, number: string | undefined): void {
  if (counts.length === 0) console.log(number ? `There is no case or application ${number}.` : 'There are no applications.');
  const width = Math.max(0, ...counts.map(({ code }) => code.length));
  for (const { code, applications, lines, faults: wrong } of counts) {
    console.log(`${wrong === 0 ? '✓' : '✗'} ${code.padEnd(width)}  ${applications} applications, ${lines} lines${wrong === 0 ? '' : `, ${wrong} differ`}`);
  }
  for (const { story, fault } of faults) console.log(`  ${fault}\n    ${story.th}\n    ${story.en}`);
  if (counts.length > 0) console.log(isSame ? 'Every application is what its history gives, byte for byte.' : 'Not every application is what its history gives.');
}
