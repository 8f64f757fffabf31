import './inside';
import 'reflect-metadata';
import { readConfiguration } from '@anuyat/database';
import { startRegistrar } from '@anuyat/registrar';
import { createApi } from '../../../apps/api/src/create-api';
import { patienceOf } from './patience';

/** The api as it runs. */
const configuration = readConfiguration(process.env);
const tell = (error: Error): void => void process.stderr.write(`${error.message}\n`);
const running = await startRegistrar({ configuration, name: 'anuyat-api', onError: tell, ...patienceOf(process.env['CHAOS_PATIENCE']) });
const app = await createApi(configuration, running);
await app.listen(configuration.PORT, '127.0.0.1');
process.once('SIGTERM', () => void app.close().finally(() => process.exit(0)));
process.send?.('ready');
