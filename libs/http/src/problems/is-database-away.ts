/** Of the operating system, when nobody answers at the database's address. */
const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);

/**
 * SQLSTATE classes and codes (PostgreSQL, appendix A) that pass by themselves: connection lost, server going down or coming up, no
 * connection or disk left, statement or lock timed out, deadlock, serialization.
 */
const passingStates = /^(08...|57P0[1-3]|57014|53...|55P03|40001|40P01)$/;

/** What `pg`, its pool, and TypeORM say without a code: the last gives a connection back that broke while a transaction did something else. */
const passingMessages = /Connection terminated|connection provided by a query runner was already released|Query runner already released|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end/i;

/** Whether the error means that the database cannot answer now, so that trying again later is right. */
export function isDatabaseAway(error: unknown): boolean {
  for (const cause of causesOf(error)) {
    const { code, message, driverError, query } = cause as { code?: unknown; message?: unknown; driverError?: unknown; query?: unknown };
    if (typeof code === 'string' && (connectionCodes.has(code) || passingStates.test(code))) return true;
    if (typeof message === 'string' && passingMessages.test(message)) return true;
    if (driverError && driverError !== cause && query !== undefined && isDatabaseAway(driverError)) return true;
  }
  return false;
}

function causesOf(error: unknown): object[] {
  const found: object[] = [];
  for (let at: unknown = error; typeof at === 'object' && at !== null && found.length < 8; at = (at as { cause?: unknown }).cause) {
    found.push(at);
    if (at instanceof AggregateError) found.push(...at.errors.filter((inner): inner is object => typeof inner === 'object' && inner !== null));
  }
  return found;
}
