import { appealRules, type AppealRule } from '@anuyat/dictionary/reference';
import { defineAppeal, type LawCode, type LicenceDefinition } from '@anuyat/licence-kit';
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const VERSION = 2;

/** The procedure of each rule of appeal, as a definition that the registrar runs like an application. */
export const appeals: LicenceDefinition[] = appealRules.map((rule) =>
  defineAppeal({
    code: rule.procedure,
    version: VERSION,
    law: lawOf(rule),
    citations: [rule.within, ...(rule.issuer ? [rule.issuer] : []), rule.superior].flatMap(({ citation }) => citation ?? []),
    superior: rule.superior,
    ...(rule.issuer ? { issuer: rule.issuer } : {}),
    ...(rule.extension ? { extension: rule.extension } : {}),
    texts: { th: withBody(th, rule.to.th), en: withBody(en, rule.to.en) },
  }));

/** An appeal stands under the law of the order; the general procedure names the commonest. */
function lawOf({ laws: [own] }: AppealRule): LawCode {
  return own ?? 'commercial-registration';
}

function withBody(texts: Record<string, string>, body: string): Record<string, string> {
  return { ...texts, summary: texts['summary']?.replace('{to}', body) ?? body };
}
