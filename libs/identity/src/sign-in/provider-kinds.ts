import { createHash } from 'node:crypto';
import type { Text } from '@anuyat/licence-kit';
import type { ProviderCode } from '../identity-options';

/** What is peculiar to one provider; everything else is OpenID Connect. */
export interface ProviderKind {
  title: Text;
  scope: string;
  /** Under which name the 13 digits come. */
  personalIdClaim: string;
  /** Whether the claims of a person are asked of the userinfo endpoint, because the id token names the subject only. */
  asksUserinfo: boolean;
  /**
   * Whether every sign-in asks the person in an app, so that a code is itself a fresh proof. Otherwise the id token has to say when the person
   * last proved it.
   */
  alwaysAsks: boolean;
  /** Assurance level of those for whom none is said. */
  assumedIal?: string;
  /** What the token endpoint takes as the client's password. */
  passwordFor(clientSecret: string): string;
}

const rounds = 7;

/** The DGA's way with a client's secret: MD5 over the text and `EGA`, seven times. It protects nothing; TLS does. */
export function egaPassword(clientSecret: string): string {
  let text = clientSecret;
  for (let round = 0; round < rounds; round++) text = createHash('md5').update(`${text}EGA`).digest('hex');
  return text;
}

export const providerKinds: Record<ProviderCode, ProviderKind> = {
  thaid: {
    title: { th: 'ThaID', en: 'ThaID' },
    scope: 'openid pid title given_name family_name name given_name_en family_name_en name_en ial',
    personalIdClaim: 'pid',
    asksUserinfo: false,
    alwaysAsks: true,
    passwordFor: (secret) => secret,
  },
  dga: {
    title: { th: 'ดิจิทัลไอดีของ DGA (ทางรัฐ)', en: 'DGA Digital ID (Tang Rath)' },
    scope: 'openid citizen_id given_name family_name',
    personalIdClaim: 'citizen_id',
    asksUserinfo: true,
    alwaysAsks: false,
    assumedIal: '2.1',
    passwordFor: egaPassword,
  },
};
