import 'reflect-metadata';
import { readWishes } from './arguments';
import { tellReport } from './report';
import { runChaos, type Programs } from './run';
import { hasRedis } from './stage/redis';

/**
 * Runs cases through the product while it is hurt, and checks what has to hold afterwards. Answers whether nothing was broken.
 * @throws an Error whose message is a sentence for the person, where the run could not be done.
 */
export async function chaos(args: readonly string[], programs: Programs): Promise<boolean> {
  const wishes = readWishes(args);
  if (wishes.isOnRedis && !hasRedis()) throw new Error('redis-server is not installed (Debian: apt-get install redis-server). Without --redis the queue runs on PostgreSQL.');
  const report = await runChaos(wishes, programs, (line) => process.stderr.write(`${line}\n`));
  if (wishes.isJson) console.log(JSON.stringify(report, null, 2));
  else for (const line of tellReport(report)) console.log(line);
  return report.isUnbroken;
}
