import { Line } from './line';

/** The parties outside that the portal depends on. */
export const PARTIES = ['identity', 'bank', 'timeStamps', 'authority', 'register', 'scanner', 'mail'] as const;
export type Party = (typeof PARTIES)[number];

/** Every way between the programs. */
export type Lines = Record<'portal' | 'database' | 'queue' | Party, Line>;

/** Where the lines lead to. */
export interface Ends {
  api(): number;
  sandbox: number;
  scanner: number;
  mail: number;
  database(): number;
  queue(): number;
}

/** Opens them all; nobody has to listen at their ends yet. */
export async function openLines({ api, sandbox, scanner, mail, database, queue }: Ends): Promise<Lines> {
  const toSandbox = (): Promise<Line> => Line.open(() => sandbox);
  return {
    portal: await Line.open(api),
    database: await Line.open(database),
    queue: await Line.open(queue),
    identity: await toSandbox(), bank: await toSandbox(), timeStamps: await toSandbox(), authority: await toSandbox(), register: await toSandbox(),
    scanner: await Line.open(() => scanner),
    mail: await Line.open(() => mail),
  };
}
