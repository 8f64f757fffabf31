import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../lib/paths.mjs';
import { Refusal, say } from '../lib/say.mjs';

const library = () => import(pathToFileURL(inRoot('dist', 'tools', 'embedded-postgres.mjs')).href);

/** Runs the embedded PostgreSQL; when it dies it is started again on the same port, at most three times in a minute. */
export async function keepPostgres(dataDir, onGivenUp) {
  const { startEmbeddedPostgres } = await library();
  let server = await startEmbeddedPostgres({ dataDir }).catch(refuse);
  if (server.note) say(`    ${server.note}`);
  const { port, appUrl, ownerUrl } = server;
  let isStopping = false;
  let ends = [];

  const watch = async () => {
    const why = await server.ended;
    if (isStopping) return;
    ends = [...ends.filter((time) => Date.now() - time < 60_000), Date.now()];
    if (ends.length > 3) return onGivenUp(new Refusal(why));
    say('  ! PostgreSQL ended by itself and is started again');
    server = await startEmbeddedPostgres({ dataDir, port }).catch(refuse);
    return watch();
  };
  watch().catch(onGivenUp);
  return { isDatabase: true, appUrl, ownerUrl, stop: () => ((isStopping = true), server.stop()) };
}

/** Removes the embedded database and its data; also one that an earlier start left running. */
export async function removePostgres(dataDir) {
  const { removeEmbeddedPostgres } = await library();
  if (existsSync(dataDir)) await removeEmbeddedPostgres(dataDir).catch(refuse);
}

/** What the library says is meant for the person; its stack is not. */
function refuse(error) {
  throw new Refusal(error.message);
}
