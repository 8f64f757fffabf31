import 'reflect-metadata';
import { readConfiguration } from '@anuyat/database';
import { startWorker } from '../start-worker';
import { patience } from './patience';

/** The worker as it runs, but that it takes up soon what was lost. It ends with whoever started it. */
await startWorker(readConfiguration(process.env), (error) => process.stderr.write(`${error.message}\n`), patience);
process.stdin.on('end', () => process.exit(0)).resume();
process.stdout.write('The worker runs.\n');
