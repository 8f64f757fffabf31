/** A line for the person who waits. It goes to standard error, so that standard output holds the result alone. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
