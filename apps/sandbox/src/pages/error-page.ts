import { html } from './html';
import { both, page } from './page';

/** What went wrong, in the sandbox's own words. */
export function errorPage(reason: string): string {
  return page(
    { th: 'ทำรายการนี้ไม่ได้', en: 'This cannot be done' },
    html`<p>${both({ th: 'โปรดกลับไปเริ่มใหม่จากพอร์ทัล', en: 'Please go back and start again from the portal.' })}</p><p class="reason" lang="en">${reason}</p>`,
  );
}
