import { parentPort } from 'node:worker_threads';
import { proveOne, type ToProve } from './proving';

/** The program of a proving thread: takes one definition after the other and sends its verdict back. */
parentPort?.on('message', (asked: ToProve) => parentPort?.postMessage(proveOne(asked)));
