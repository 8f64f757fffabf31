const grave = new Set(['high', 'critical']);

/**
 * What a report of `npm audit --json` comes to. Grave findings fail, but those that an exception `{ package, advisory, until, why }` names, until
 * its day. A report that is none means that nobody answered.
 */
export function judgeAudit(text, exceptions, now) {
  const report = parse(text);
  if (!report?.vulnerabilities) return { isOk: true, lines: [`Nobody could be asked about known faults${report?.message ? ` (${String(report.message).split(' - ')[0]})` : ''}; ask again where the registry answers.`] };
  const found = Object.entries(report.vulnerabilities).filter(([, { severity }]) => grave.has(severity));
  const isExcused = ([name, { via }]) => via.every((each) => exceptions.some((exception) => exception.package === name && new Date(exception.until) >= now && (typeof each === 'string' || String(each.url).endsWith(exception.advisory))));
  const open = found.filter((each) => !isExcused(each));
  const stale = exceptions.filter(({ until }) => new Date(until) < now);
  return {
    isOk: open.length === 0,
    lines: [
      `${found.length} grave findings, ${found.length - open.length} of them excused.`,
      ...open.map(([name, { severity, via }]) => `  ${severity}: ${name}: ${via.map((each) => (typeof each === 'string' ? `through ${each}` : `${each.title} (${each.url})`)).join('; ')}`),
      ...stale.map(({ package: name, until }) => `  The exception for ${name} ended on ${until}.`),
    ],
  };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
