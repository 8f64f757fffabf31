import { connectOutbound } from '@anuyat/outbound';
import { createTransport } from 'nodemailer';
import type { Mail } from './letter-writer';

export interface SmtpDoorOptions {
  /** `smtps://user:secret@mail.example.go.th:465`, or `smtp://…:587?starttls=required`. */
  url: string;
  /** Hosts that may be in the own network, by name. */
  internalHosts?: readonly string[];
  /** Milliseconds: until the connection is there, and without a word from the server. */
  connectMs?: number;
  silenceMs?: number;
}

/** What the mail server said. `refused`: it will never take this letter; `later`: it may, or could not be asked. */
export interface Answered {
  outcome: 'accepted' | 'refused' | 'later';
  /** The server's own words, or why there are none; without the address. */
  answer: string;
}

const CONNECT_MS = 5_000;
const SILENCE_MS = 20_000;
const LONGEST_ANSWER = 300;

/** Commands whose refusal is about the letter or its address, and not about the portal. */
const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA']);

interface SmtpError extends Error {
  responseCode?: number;
  response?: string;
  command?: string;
}

/** The way to the mail server that the configuration names, with TLS whose certificate is checked; in plain only where the configuration may say so. */
export class SmtpDoor {
  private readonly url: URL;

  constructor(private readonly options: SmtpDoorOptions) {
    this.url = new URL(options.url);
  }

  /** Hands one letter over. Never throws for what the server says or does not say. */
  async deliver({ from, to, subject, messageId, text, html, headers }: Mail): Promise<Answered> {
    try {
      const connection = await this.connect();
      const transport = createTransport({ ...this.settings(), connection });
      try {
        const { response } = await transport.sendMail({ from, to: { name: '', address: to }, subject, messageId, text, html, headers, date: new Date(), textEncoding: 'base64', disableFileAccess: true, disableUrlAccess: true });
        return { outcome: 'accepted', answer: clean(response) };
      } finally {
        transport.close();
        connection.destroy();
      }
    } catch (error) {
      const { responseCode = 0, response, command = '', message } = error as SmtpError;
      const isForGood = responseCode >= 500 && ABOUT_THE_LETTER.has(command);
      return { outcome: isForGood ? 'refused' : 'later', answer: clean(response ?? message) };
    }
  }

  private connect(): ReturnType<typeof connectOutbound> {
    const { internalHosts, connectMs = CONNECT_MS } = this.options;
    return connectOutbound({ host: this.url.hostname, port: this.port, patienceMs: connectMs, ...(internalHosts ? { internalHosts } : {}) });
  }

  private settings() {
    const { protocol, hostname, username, password, searchParams } = this.url;
    const { connectMs = CONNECT_MS, silenceMs = SILENCE_MS } = this.options;
    const isSecure = protocol === 'smtps:';
    const needsTls = !isSecure && searchParams.get('starttls') === 'required';
    return {
      host: hostname.replace(/^\[|\]$/g, ''), port: this.port, secure: isSecure, requireTLS: needsTls, ignoreTLS: !isSecure && !needsTls,
      connectionTimeout: connectMs, greetingTimeout: silenceMs, socketTimeout: silenceMs,
      ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    };
  }

  private get port(): number {
    return Number(this.url.port) || (this.url.protocol === 'smtps:' ? 465 : 587);
  }
}

/** One bounded line, in which no address stands. */
function clean(answer: string): string {
  return answer.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim().replace(/[^\s<>]+@[^\s<>]+/g, '•••').slice(0, LONGEST_ANSWER);
}
