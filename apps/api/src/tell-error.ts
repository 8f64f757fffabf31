/** One structured line on standard error; secrets and bodies never come here. */
export function tellError(error: Error): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level: 'error', name: error.name, message: error.message })}\n`);
}
