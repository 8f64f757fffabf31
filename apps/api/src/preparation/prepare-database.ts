import type { Configuration } from '@anuyat/database';
import { governmentHolidays } from '@anuyat/dictionary/reference';
import { indexPersonalIds, personaAccountId, Sealer, seedPeople } from '@anuyat/identity';
import { MailKeys, seedAddress } from '@anuyat/mail';
import type { RunningRegistrar } from '@anuyat/registrar';
import { openExaminer, type Proving } from '@anuyat/versions';
import { appeals, journeys, licences } from '@anuyat/workflows';
import type { EntityManager } from 'typeorm';
import { proveWorkflows, publishDefinitions, type Workflows } from './publish-definitions';

/** Everything a database needs before the first request; safe to run at every start. */
export async function prepareDatabase(configuration: Configuration, running: RunningRegistrar, workflows: Workflows = { licences, appeals, journeys }, proving?: Proving): Promise<void> {
  const { source, library, calendar } = running;
  const proved = await proveWorkflows(library, workflows, proving ?? ((asked) => openExaminer(source, configuration.SESSION_SECRET).examine(asked)));
  await source.transaction(async (tx) => {
    await publishDefinitions(tx, library, proved, configuration.PUBLISHING);
    await seedHolidays(tx);
    const sealer = new Sealer(configuration.SESSION_SECRET);
    await indexPersonalIds(tx, sealer);
    if (configuration.SANDBOX_URL) await seedPeople(tx, configuration.OIDC_ISSUER, sealer);
    if (configuration.SANDBOX_URL && configuration.SMTP_URL) await seedAddresses(tx, new MailKeys(configuration.SESSION_SECRET));
  });
  await calendar.reload(source);
}

/** Only into an empty table: from then on the calendar is the administrators'. */
async function seedHolidays(tx: EntityManager): Promise<void> {
  await tx.query(
    `INSERT INTO holiday (date, title_th, title_en, source)
     SELECT h.date, h.title_th, h.title_en, h.source
       FROM jsonb_to_recordset($1) AS h (date date, title_th text, title_en text, source text)
      WHERE NOT EXISTS (SELECT FROM holiday)`,
    [JSON.stringify(governmentHolidays.map(({ date, title, source }) => ({ date, title_th: title.th, title_en: title.en, source })))],
  );
}

/** Of the sandbox's people whose letters lie in its mailbox from the start. */
async function seedAddresses(tx: EntityManager, keys: MailKeys): Promise<void> {
  for (const [hint, language] of [['somchai', 'th'], ['anna', 'en']] as const) {
    await seedAddress(tx, keys, { accountId: personaAccountId(hint), address: `${hint}@example.com`, language });
  }
}
