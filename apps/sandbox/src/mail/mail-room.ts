import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { startMailServer, type MailMood, type MailServer } from './mail-server';

/** A message as it arrived, and as a mail program reads it. */
export interface ReceivedMail {
  id: string;
  receivedAt: string;
  to: string;
  raw: string;
  read: Email;
}

interface Line {
  id: string;
  receivedAt: string;
  to: string;
  raw: string;
}

/** The mailboxes of everybody whom the portal writes to, one line a message, only ever added to. */
export class MailRoom {
  readonly received: ReceivedMail[] = [];
  /** How the mail server behaves. */
  mood: MailMood = 'works';
  private server: MailServer | undefined;

  private constructor(private readonly file: string) {}

  /** @param port where the mail server listens; without one nothing arrives. */
  static async open(dataDir: string, port: number | undefined): Promise<MailRoom> {
    const folder = join(dataDir, 'sandbox');
    await mkdir(folder, { recursive: true });
    const room = new MailRoom(join(folder, 'mail.jsonl'));
    const text = await readFile(room.file, 'utf8').catch(() => '');
    for (const line of text.split('\n')) if (line.endsWith('}')) await room.take(JSON.parse(line) as Line);
    if (port !== undefined) room.server = await startMailServer(port, () => room.mood, (to, raw) => room.receive(to, raw));
    return room;
  }

  find(id: string): ReceivedMail | undefined {
    return this.received.find((mail) => mail.id === id);
  }

  async close(): Promise<void> {
    await this.server?.close();
  }

  /** Written down before the sender hears that it was accepted. */
  private async receive(to: string, raw: Buffer): Promise<void> {
    const line: Line = { id: randomBytes(9).toString('base64url'), receivedAt: new Date().toISOString(), to, raw: raw.toString('base64') };
    await appendFile(this.file, `${JSON.stringify(line)}\n`);
    await this.take(line);
  }

  private async take({ id, receivedAt, to, raw }: Line): Promise<void> {
    const bytes = Buffer.from(raw, 'base64');
    this.received.push({ id, receivedAt, to, raw: bytes.toString('utf8'), read: await PostalMime.parse(bytes) });
  }
}
