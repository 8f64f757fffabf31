import './inside';
import 'reflect-metadata';
import { readConfiguration } from '@anuyat/database';
import { startRegistrar } from '@anuyat/registrar';
import { closeOnSignals } from '../../../apps/api/src/close-on-signals';
import { createApi } from '../../../apps/api/src/create-api';
import { patienceOf } from './patience';

/** The api as it runs. */
const configuration = readConfiguration(process.env);
const tell = (error: Error): void => void process.stderr.write(`${error.message}\n`);
const running = await startRegistrar({ configuration, name: 'anuyat-api', onError: tell, ...patienceOf(process.env['CHAOS_PATIENCE']) });
const app = await createApi(configuration, running);
closeOnSignals(app, 1_000);
await app.listen(configuration.PORT, '127.0.0.1');
process.send?.('ready');
