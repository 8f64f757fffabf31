import type { BrowserContext, ConsoleMessage, Request, Response } from 'playwright-core';
import { isPersonalId } from '@anuyat/dictionary';

/** Tells of what the content policy stopped, also where Chromium itself would stay silent. */
const tellViolations = `document.addEventListener('securitypolicyviolation', (event) => console.error('content policy: ' + event.violatedDirective + ' ' + event.blockedURI));`;

/** What a page leaves behind for scripts to read: its address and both storages. */
const leftovers = `JSON.stringify([location.href, ...[localStorage, sessionStorage].flatMap((store) => Object.keys(store).flatMap((name) => [name, store.getItem(name)]))])`;

/** Sees everything that goes wrong in the browsers of one test file. */
export class Witness {
  private readonly seen: string[] = [];
  private readonly provoked: RegExp[] = [];

  /** Listens to one person's browser from its first page on. */
  async watch(context: BrowserContext, who: string, portal: string): Promise<void> {
    await context.addInitScript({ content: tellViolations });
    context.on('console', (message) => this.hear(who, message));
    context.on('weberror', (failure) => this.note(`${who}: thrown: ${failure.error().message}`));
    context.on('requestfailed', (request) => this.noteFailure(who, request));
    context.on('response', (response) => this.look(who, response, portal));
  }

  /** Something that a test brings about on purpose, such as a lost connection. */
  expects(...patterns: RegExp[]): void {
    this.provoked.push(...patterns);
  }

  /** Looks for what must not lie about in a page: tokens, cookies' values, numbers of persons. */
  async inspect(context: BrowserContext, who: string, portal: string): Promise<void> {
    const secrets = (await context.cookies()).map(({ value }) => value).filter((value) => value.length > 12);
    for (const page of context.pages().filter((one) => one.url().startsWith(portal))) {
      const left = await page.evaluate<string>(leftovers).catch(() => '');
      if (secrets.some((secret) => left.includes(secret)) || /eyJ[\w-]{10,}/.test(left)) this.note(`${who}: a token lies open at ${page.url()}`);
      for (const [number] of left.matchAll(/\b\d{13}\b/g)) if (isPersonalId(number)) this.note(`${who}: a personal number lies open at ${page.url()}`);
    }
    for (const { name, httpOnly, sameSite } of await context.cookies()) {
      if (!httpOnly || sameSite === 'None') this.note(`${who}: scripts or other sites reach the cookie ${name}`);
    }
  }

  /** What nobody brought about; empty when all is well. */
  get complaints(): string[] {
    return this.seen.filter((line) => !this.provoked.some((pattern) => pattern.test(line)));
  }

  private hear(who: string, message: ConsoleMessage): void {
    if (message.type() === 'error' || message.type() === 'warning') this.note(`${who}: ${message.type()}: ${message.text()} (${message.location().url})`);
  }

  /** Leaving a page ends what it was still fetching; that is no failure. */
  private noteFailure(who: string, request: Request): void {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') this.note(`${who}: ${request.method()} ${request.url()} ${reason}`);
  }

  private look(who: string, response: Response, portal: string): void {
    const { pathname, searchParams, origin } = new URL(response.url());
    if (response.status() >= 400) this.note(`${who}: ${response.status()} ${response.request().method()} ${pathname}`);
    if (origin === portal && /\b\d{13}\b/.test(`${pathname} ${searchParams.toString()}`)) this.note(`${who}: 13 digits in the address ${pathname}`);
  }

  private note(line: string): void {
    this.seen.push(line);
  }
}
