import 'reflect-metadata';
import { plainSentence, readConfiguration } from '@anuyat/database';
import { startRegistrar } from '@anuyat/registrar';
import { closeOnSignals } from './close-on-signals';
import { createApi } from './create-api';
import { tellError, tellWarning } from './tell-error';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  tellWarning(plainSentence(configuration));
  const running = await startRegistrar({ configuration, name: 'anuyat-api', onError: tellError });
  const app = await createApi(configuration, running);
  closeOnSignals(app, configuration.LINGER_SECONDS * 1_000);
  await app.listen(configuration.PORT, '0.0.0.0');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
