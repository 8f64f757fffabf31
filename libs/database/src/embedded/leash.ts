import { spawn } from 'node:child_process';

/** Once a second: is the parent gone while the server still is the one we started? Then ask it to stop. */
const watch = `
while [ "$(head -n 1 "$3" 2>/dev/null || echo "$2")" = "$2" ] && kill -0 "$2" 2>/dev/null; do
  kill -0 "$1" 2>/dev/null || { kill -INT "$2" 2>/dev/null; exit; }
  sleep 1
done`;

/** Sees to it that a server does not outlive this process, even when this process is killed without warning. */
export function stopWithParent(serverPid: number, pidFile: string): void {
  spawn('/bin/sh', ['-c', watch, 'leash', String(process.pid), String(serverPid), pidFile], { detached: true, stdio: 'ignore', cwd: '/' }).unref();
}
