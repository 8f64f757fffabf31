import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { APIRequestContext, Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Language, Text } from '@anuyat/licence-kit';
import { textIn, wordsOf } from './words';
import type { Witness } from './witness';

/** Where the product runs that is being tested. */
export const portal = process.env['ANUYAT_URL'] ?? '';

export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } };
export type Size = keyof typeof sizes;

const screens = fileURLToPath(new URL('../../screens/', import.meta.url));
/** Milliseconds; long, because the machine may be busy with other things. */
const PATIENCE_MS = 30_000;

/** How somebody comes to the portal. */
export interface Arrival {
  /** Who it is in the tests' own words; also the beginning of pictures' names. */
  who: string;
  language?: Language;
  size?: Size;
  witness: Witness;
}

/** Somebody at a browser of their own. */
export class Person {
  private constructor(
    readonly who: string,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly language: Language,
    private readonly witness: Witness,
  ) {}

  static async arrive(browser: Browser, { who, language = 'th', size = 'desktop', witness }: Arrival): Promise<Person> {
    const isPhone = size !== 'desktop';
    const context = await browser.newContext({ baseURL: portal, viewport: sizes[size], isMobile: isPhone, hasTouch: isPhone, locale: 'th-TH', timezoneId: 'Asia/Bangkok', reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    await witness.watch(context, who, portal);
    return new Person(who, context, await context.newPage(), language, witness);
  }

  /** The same person at another page of the same browser. */
  async window(language = this.language): Promise<Person> {
    return new Person(this.who, this.context, await this.context.newPage(), language, this.witness);
  }

  /** The portal's HTTP with this person's cookies; to look something up, never to do what the test is about. */
  get api(): APIRequestContext {
    return this.context.request;
  }

  async get<T>(path: string): Promise<T> {
    const reply = await this.api.get(path);
    if (!reply.ok()) throw new Error(`${this.who}: GET ${path}: ${reply.status()} ${await reply.text()}`);
    return (await reply.json()) as T;
  }

  say(key: string, params?: Record<string, string | number>): string {
    return wordsOf(this.language, key, params);
  }

  tell(text: Text | null | undefined): string {
    return textIn(this.language, text);
  }

  /** Opens a page by its address and waits for its heading. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.heading.waitFor();
    if (this.language === 'en' && (await this.page.locator('html').getAttribute('lang')) === 'th') await this.switchLanguage();
  }

  /** Comes in as one of the sandbox's people, as the links of the sign-in page do. */
  async signIn(persona: string, returnTo = '/'): Promise<this> {
    await this.open(`/api/auth/login?${new URLSearchParams({ login_hint: persona, returnTo }).toString()}`);
    return this;
  }

  /** Presses the one switch of the header. */
  async switchLanguage(): Promise<void> {
    const now = await this.page.locator('html').getAttribute('lang');
    await this.page.getByRole('button', { name: now === 'th' ? 'English' : 'ภาษาไทย', exact: true }).click();
    await this.page.locator(`html[lang="${now === 'th' ? 'en' : 'th'}"]`).waitFor();
  }

  get heading(): Locator {
    return this.page.locator('main h1, main:not(#main) h1').first();
  }

  button(key: string, params?: Record<string, string | number>): Locator {
    return this.page.getByRole('button', { name: this.say(key, params) });
  }

  link(key: string, params?: Record<string, string | number>): Locator {
    return this.page.getByRole('link', { name: this.say(key, params) });
  }

  /** Waits until the page shows these words. */
  async reads(words: string): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** Waits until the address is this one, and the page has its heading. */
  async arrivesAt(path: string | RegExp): Promise<void> {
    await this.page.waitForURL((url) => (typeof path === 'string' ? url.pathname === path : path.test(url.pathname)));
    await this.heading.waitFor();
  }

  /** Keeps a picture of the whole page, and looks whether anything lies open in it that must not. */
  async shoot(name: string): Promise<void> {
    await this.witness.inspect(this.context, this.who, portal);
    mkdirSync(screens, { recursive: true });
    await this.page.screenshot({ path: `${screens}${this.who} - ${name}.png`, fullPage: true });
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
