import type { Person } from '../support/person';
import type { Ground } from './ground';

/** One page in one of its states. */
export interface Visit {
  /** The page of the route tables that it belongs to. */
  route: string;
  state: string;
  /** A persona; nobody for pages that need no sign-in. */
  as?: string;
  path: (ground: Ground) => string | Promise<string>;
  /** What is on its way when the page opens, such as an answer that is made up for it. */
  before?: (person: Person) => Promise<unknown>;
  /** The header cannot be reached in this state, so that the other language needs a visit of its own. */
  isCovered?: true;
  /** What is done on the page, until it shows its state. */
  then?: (person: Person) => Promise<unknown>;
}

export const seen = (selector: string) => (person: Person) => person.page.locator(selector).first().waitFor();
export const press = (name: string | RegExp, until: string) => async (person: Person) => {
  await person.page.getByRole('button', { name }).first().click();
  await person.page.locator(until).first().waitFor();
};
export const answerWith = (url: string | RegExp, json: unknown) => (person: Person) => person.page.route(url, (route) => route.fulfill({ json }));
export const lookFor = (words: string, until: string) => async (person: Person) => {
  await person.page.getByRole('searchbox').fill(words);
  await person.page.locator(until).first().waitFor();
};
export const openAct = (name: string, ...next: string[]) => async (person: Person) => {
  await person.page.locator('.decision-bar').getByRole('button', { name, exact: true }).click();
  await person.page.locator('#act-heading').waitFor();
  for (const button of next) await person.page.locator('.act-form').getByRole('button', { name: button }).first().click();
};
