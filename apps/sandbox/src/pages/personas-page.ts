import type { Role } from '@anuyat/contract';
import type { Persona } from '@anuyat/identity/personas';
import type { Text } from '@anuyat/licence-kit';
import { html, type Html } from './html';
import { both, page } from './page';

const groups: [Role, Text][] = [
  ['applicant', { th: 'ผู้ประกอบการ', en: 'Entrepreneurs' }],
  ['officer', { th: 'เจ้าหน้าที่', en: 'Officers' }],
  ['monitor', { th: 'ผู้ติดตามในเขต EEC', en: 'EEC monitors' }],
  ['admin', { th: 'ผู้ดูแลระบบ', en: 'Administrators' }],
];

/** The people one can sign in as, by role; one button each. */
export function personasPage(personas: readonly Persona[], action: string): string {
  return page(
    { th: 'เข้าสู่ระบบในฐานะใคร', en: 'Sign in as whom?' },
    html`<p>${both({ th: 'หน้านี้แทนแอป ThaID เลือกบุคคลสมมติหนึ่งคน ไม่ต้องใช้รหัสผ่าน', en: 'This page stands in for the ThaID app. Choose one of these invented people; no password is needed.' })}</p>
<form method="post" action="${action}">
${groups.map(([role, title]) => group(title, personas.filter((persona) => persona.role === role)))}
</form>`,
  );
}

function group(title: Text, personas: Persona[]): Html {
  return html`<section><h2>${both(title)}</h2><ul>
${personas.map(({ hint, name, about }) => html`<li><button name="persona" value="${hint}"><strong>${name.th}</strong> <span class="en" lang="en">${name.en}</span><span class="about">${both(about)}</span></button></li>
`)}</ul></section>
`;
}
