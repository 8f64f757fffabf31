import type { Configuration } from '@anuyat/database';
import { agencies } from '@anuyat/dictionary/reference';
import { Messenger, webhookHostsFrom, type MessengerOptions } from '@anuyat/agency-systems';
import { Dispatcher } from '@anuyat/cases';
import { CalendarClerk, DecisionWatch, DelayRegister, Doorbell, Timekeeper } from '@anuyat/clocks';
import { AppealCarrier, FinalityClerk, OrderWriter } from '@anuyat/decisions';
import { DefectClerk } from '@anuyat/defects';
import { ArrearsClerk, BankInquirer, BillClerk, Cashier, DifferenceClerk, FeeReturner, DuesClerk } from '@anuyat/fees';
import { LedgerClerk, openRootBook, openSigningKey } from '@anuyat/ledger';
import { FilingSettler, Issuer, LifeOpener, Renewer } from '@anuyat/licences';
import { StuckWatch } from '@anuyat/monitoring';
import type { PostmanOptions } from '@anuyat/mail';
import { NoticeWriter, StaffTeller } from '@anuyat/notices';
import { QueueWatch, Workshop } from '@anuyat/outbox';
import { PromiseClerk } from '@anuyat/promises';
import { agencyQueue, startRegistrar, type StartOptions } from '@anuyat/registrar';
import { Pruner } from '@anuyat/retention';
import { releaseAbandoned, ReviewClerk } from '@anuyat/reviews';
import { openPaperOffice } from './paper-office';
import { openPostOffice } from './post-office';
import { Rounds } from './rounds';
import { watchDocuments } from './watch-documents';

export interface RunningWorker {
  close(): Promise<void>;
}

const SHARED_QUEUES = ['reviews', 'cashier', 'licences', 'notices', 'order', 'decisions', 'defects'];

const QUEUE_MS = 1_000;
const TIMEKEEPER_MS = 5_000;
const DOORBELL_MS = 30_000;
const CALENDAR_MS = 5_000;
const DECISIONS_MS = 60_000;
const INQUIRY_MS = 15_000;
const KEYS_MS = 3_600_000;
const ORDER_MS = 300_000;
const FILINGS_MS = 10_000;
const LIVES_MS = 60_000;
const DUES_MS = 600_000;
const PAPERS_MS = 1_000;
const STUCK_MS = 5_000;
const PROMISES_MS = 5_000;
const PROMISES_ANEW_MS = 600_000;
const LEDGER_MS = 5_000;
const MESSAGES_MS = 1_000;
const NONCES_MS = 60_000;
const RETENTION_MS = 600_000;

/** A bill younger than this is left to the bank's own callback. */
const INQUIRE_AFTER_MS = 30_000;
/** Terms of office end at midnight. */
const ABANDONED_MS = 60_000;

/** How soon what was handed over and lost is taken up again. */
export interface Patience extends Pick<StartOptions, 'courier' | 'stalledAfterMs'> {
  /** How often the bank is asked about bills, and how old these are at least. */
  inquiry?: { everyMs: number; afterMs: number };
  /** How often papers are printed and sealed for a quarter of a second. */
  papersMs?: number;
  /** How soon letters are tried again, and given up. */
  mail?: Partial<PostmanOptions>;
  /** How long a system of an agency may take, and how soon it is tried again. */
  messages?: Pick<MessengerOptions, 'patienceMs' | 'pauseSeconds' | 'lookup'>;
}

/** Runs every queue's processor, a queue for each agency, and the rounds that nobody asks for. */
export async function startWorker(configuration: Configuration, onError: (error: Error) => void, { inquiry = { everyMs: INQUIRY_MS, afterMs: INQUIRE_AFTER_MS }, papersMs = PAPERS_MS, mail, messages = {}, ...patience }: Patience = {}): Promise<RunningWorker> {
  const queues = [...agencies.map(({ code }) => agencyQueue(code)), ...SHARED_QUEUES];
  const running = await startRegistrar({ configuration, name: 'anuyat-worker', onError, ...patience });
  const { source, library, calendar, registrar, backend, announcer, courier } = running;
  const dispatcher = new Dispatcher(library, registrar);
  const dues = new DuesClerk(library, registrar, calendar);
  const processors = [
    dispatcher, new ReviewClerk(), new BillClerk(library, registrar, calendar), new DifferenceClerk(library), new FeeReturner(), dues, new Issuer(library, registrar, calendar), new Renewer(library, registrar), new NoticeWriter(library), new StaffTeller(library),
    new OrderWriter(library), new AppealCarrier(library, calendar, registrar), new DelayRegister(), new DefectClerk(library, registrar),
  ];
  const workshop = new Workshop(source, backend, announcer, processors, () => courier.wake(), (cause) => library.catchUp(cause));
  workshop.open(queues, onError);

  const timekeeper = new Timekeeper(source, registrar, onError);
  const rounds = new Rounds(onError);
  const doorbell = new Doorbell(source, backend, timekeeper, { aheadMs: 2 * DOORBELL_MS });
  const bells = doorbell.open(onError);
  const clerk = new CalendarClerk(source, registrar, calendar, onError);
  const watch = new DecisionWatch(source, registrar, calendar, onError);
  rounds.every(TIMEKEEPER_MS, () => timekeeper.ring());
  rounds.every(ORDER_MS, () => dispatcher.lookAgain(source));
  rounds.every(DOORBELL_MS, () => doorbell.hang());
  rounds.every(CALENDAR_MS, () => clerk.carry());
  rounds.every(DECISIONS_MS, () => watch.look());
  const stuck = new StuckWatch(source, registrar);
  rounds.every(STUCK_MS, () => stuck.look());
  rounds.every(KEYS_MS, () => source.query(`DELETE FROM idempotency_key WHERE at < now() - interval '7 days'`));
  rounds.every(ABANDONED_MS, () => releaseAbandoned(source));
  const lives = new LifeOpener(library, calendar);
  const wake = (done: number): void => {
    if (done > 0) courier.wake();
  };
  rounds.every(DUES_MS, () => dues.bill(source, new Date()).then(wake));
  const arrears = new ArrearsClerk(library, registrar);
  rounds.every(DUES_MS, () => arrears.look(source, new Date()).then(wake));
  const settler = new FilingSettler(source, registrar);
  rounds.every(FILINGS_MS, () => settler.settle());
  const finality = new FinalityClerk(source, registrar, calendar, onError);
  rounds.every(FILINGS_MS, () => finality.look().then(wake));
  const ledger = new LedgerClerk(source, openSigningKey(configuration), openRootBook(configuration));
  rounds.every(LEDGER_MS, () => ledger.look());
  const papers = openPaperOffice(configuration, { source, library }, onError);
  rounds.every(papersMs, () => papers.work());
  rounds.every(LIVES_MS, () => lives.openMissing(source));
  const contents = await watchDocuments(configuration, source, rounds);
  const pruner = new Pruner(source, (digests) => contents.dropUnused(digests));
  rounds.every(RETENTION_MS, () => pruner.look());
  const messenger = new Messenger(source, { hosts: webhookHostsFrom(configuration), secret: configuration.SESSION_SECRET, internalHosts: configuration.INTERNAL_HOSTS, ...messages }, onError);
  rounds.every(MESSAGES_MS, () => messenger.look());
  rounds.every(KEYS_MS, () => messenger.forgetOld());
  rounds.every(NONCES_MS, () => source.query(`DELETE FROM system_nonce WHERE at < now() - interval '10 minutes'`));
  const promises = new PromiseClerk({ source, library, calendar }, announcer, onError);
  rounds.every(PROMISES_MS, () => promises.look());
  rounds.every(PROMISES_ANEW_MS, () => promises.review());
  const post = openPostOffice(configuration, running, rounds, onError, mail);
  const queueWatch = new QueueWatch(source, backend, () => courier.wake(), () => post.handAgain());
  rounds.every(QUEUE_MS, () => queueWatch.look());
  if (configuration.BANK_URL) {
    const inquirer = new BankInquirer(source, new Cashier(source, registrar), configuration.BANK_URL, onError, configuration.INTERNAL_HOSTS);
    rounds.every(inquiry.everyMs, () => inquirer.inquire(inquiry.afterMs));
  }
  return {
    close: async () => {
      await rounds.stop();
      await messenger.close();
      await bells.close();
      await post.close();
      await workshop.close();
      await running.close();
    },
  };
}
