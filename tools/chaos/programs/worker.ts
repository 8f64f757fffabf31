import './inside';
import 'reflect-metadata';
import { readConfiguration } from '@anuyat/database';
import { startWorker } from '../../../apps/worker/src/start-worker';
import { patienceOf } from './patience';

/** The worker as it runs. */
const tell = (error: Error): void => void process.stderr.write(`${error.message}\n`);
const worker = await startWorker(readConfiguration(process.env), tell, patienceOf(process.env['CHAOS_PATIENCE']));
process.once('SIGTERM', () => void worker.close().finally(() => process.exit(0)));
process.send?.('ready');
