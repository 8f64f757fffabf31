import type { Role } from '@anuyat/contract';
import type { Persona } from '@anuyat/identity/personas';
import type { Text } from '@anuyat/licence-kit';
import { html, type Html } from './html';
import { both, page } from './page';

const groups: [Role, Text][] = [
  ['applicant', { th: 'ผู้ประกอบการ', en: 'Entrepreneurs' }],
  ['officer', { th: 'เจ้าหน้าที่', en: 'Officers' }],
  ['monitor', { th: 'ผู้ติดตามในเขต EEC', en: 'EEC monitors' }],
  ['agency-admin', { th: 'ผู้ดูแลบุคลากรของหน่วยงาน', en: 'Who look after an agency’s people' }],
  ['admin', { th: 'ผู้ดูแลระบบ', en: 'Administrators' }],
];

/** The people one can sign in as, by role; one button each. Whoever was chosen last stands first. */
export function personasPage(personas: readonly Persona[], action: string, standsFor: 'thaid' | 'dga', last?: Persona): string {
  const app = standsFor === 'dga' ? { th: 'แอปทางรัฐ (ดิจิทัลไอดีของ DGA)', en: 'the Tang Rath app (DGA Digital ID)' } : { th: 'แอป ThaID', en: 'the ThaID app' };
  return page(
    { th: 'เข้าสู่ระบบในฐานะใคร', en: 'Sign in as whom?' },
    html`<p>${both({ th: `หน้านี้แทน${app.th} เลือกบุคคลสมมติหนึ่งคน ไม่ต้องใช้รหัสผ่าน`, en: `This page stands in for ${app.en}. Choose one of these invented people; no password is needed.` })}</p>
<form method="post" action="${action}">
${last ? group({ th: 'คนที่เลือกครั้งก่อน', en: 'Chosen last time' }, [last]) : ''}
${groups.map(([role, title]) => group(title, personas.filter((persona) => persona.role === role && persona !== last)))}
</form>`,
  );
}

function group(title: Text, personas: Persona[]): Html {
  return html`<section><h2>${both(title)}</h2><ul>
${personas.map(({ hint, name, about }) => html`<li><button name="persona" value="${hint}"><strong>${name.th}</strong> <span class="en" lang="en">${name.en}</span><span class="about">${both(about)}</span></button></li>
`)}</ul></section>
`;
}
