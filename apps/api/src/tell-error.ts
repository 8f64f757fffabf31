/** One structured line on standard error; secrets and bodies never come here. */
export function tellError(error: Error): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level: 'error', name: error.name, message: error.message })}\n`);
}

/** The same for what is allowed and worth knowing at the start; nothing where there is nothing to say. */
export function tellWarning(message: string | undefined): void {
  if (message) process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level: 'warn', message })}\n`);
}
