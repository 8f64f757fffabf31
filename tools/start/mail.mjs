import { freeFrom } from './ports.mjs';

/** Who sends e-mail: the mail server that was named, or the sandbox's, which keeps everything in a mailbox page; with a sentence that says so. */
export async function findMail(given, from, sandboxUrl) {
  if (given.SMTP_URL) return { env: { SMTP_URL: given.SMTP_URL, MAIL_FROM: given.MAIL_FROM ?? '' }, told: `E-mail goes out by ${new URL(given.SMTP_URL).host}.` };
  const port = await freeFrom(from);
  return {
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: given.MAIL_FROM || 'Anuyat <no-reply@anuyat.example>', SANDBOX_MAIL_PORT: String(port) },
    told: `E-mail never leaves this machine: read all of it at ${sandboxUrl}/mail (Somchai's and Anna's notices go there from the start).`,
  };
}
