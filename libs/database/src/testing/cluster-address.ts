/** Where the run's throwaway PostgreSQL is; handed from the run to its test processes through the environment. */
export interface ClusterAddress {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export const CLUSTER_VARIABLE = 'ANUYAT_TEST_CLUSTER';

/** The migrated database that every test database is a copy of. */
export const TEMPLATE_DATABASE = 'anuyat_template';

/** Throws when the spec does not run under a project that starts a database. */
export function getClusterAddress(): ClusterAddress {
  const address = process.env[CLUSTER_VARIABLE];
  if (!address) throw new Error('No test database is running: name the file *.db.spec.ts or *.queue.spec.ts and run it through jest.config.mjs.');
  return JSON.parse(address) as ClusterAddress;
}

/** The same server and role, another database. */
export function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
