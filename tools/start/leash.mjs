// Loaded before each program that `npm start` runs: when the start is gone, however it went, the program goes too.
const parent = process.ppid;

setInterval(() => {
  if (process.ppid === parent) return;
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
}, 500).unref();
