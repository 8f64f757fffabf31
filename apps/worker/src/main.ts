import 'reflect-metadata';
import { plainSentence, readConfiguration } from '@anuyat/database';
import { startWorker } from './start-worker';

const configuration = readConfiguration(process.env);
const plain = plainSentence(configuration);
if (plain) process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level: 'warn', message: plain })}\n`);

startWorker(configuration, tellError).then(
  (worker) => {
    const stop = (): void => {
      worker.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  },
  (error: Error) => {
    tellError(error);
    process.exit(1);
  },
);

function tellError(error: Error): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level: 'error', name: error.name, message: error.message })}\n`);
}
