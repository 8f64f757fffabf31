import { verify, type X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { attributesToSign, certificatesOf, encodeMessage, signMessage } from './cms';
import { findSeal } from './paper-seal';
import { OID, readDer, sha256 } from './pki';
import { kidOf } from './sealing-key';
import { checkToken } from './time-stamp-check';
import { leadsToRoot } from './trust';

/** Why a paper is not believed. */
export type PaperFault = 'not-sealed' | 'changed' | 'unknown-signer' | 'bad-time-stamp';

export interface PaperFinding {
  fault: PaperFault | null;
  /** Whose certificate sealed it, as the certificate says. */
  signer?: string;
  kid?: string;
  /** When the time-stamp authority saw the seal; absent: nobody but the signer says when. */
  stampedAt?: Date;
}

/**
 * Checks a sealed paper: the seal covers every byte, was made by a key whose certificate leads to a trusted root, and is stamped by a
 * trusted authority if it is stamped. Strict: what is not written exactly as we write it is refused, so that no byte is left unchecked.
 * @param sealRoots trusted to certify agencies. @param stampRoots trusted to certify time-stamp authorities.
 */
export async function checkPaper(pdf: Buffer, sealRoots: readonly X509Certificate[], stampRoots = sealRoots, now = new Date()): Promise<PaperFinding> {
  let place;
  let message;
  try {
    place = findSeal(pdf);
    message = new pkijs.SignedData({ schema: new pkijs.ContentInfo({ schema: readDer(place.message) }).content });
  } catch {
    return { fault: 'not-sealed' };
  }
  try {
    return await checkMessage(message, place, { sealRoots, stampRoots, now });
  } catch {
    return { fault: 'changed' };
  }
}

interface Trust {
  sealRoots: readonly X509Certificate[];
  stampRoots: readonly X509Certificate[];
  now: Date;
}

async function checkMessage(message: pkijs.SignedData, place: { message: Buffer; signedBytes: Buffer }, { sealRoots, stampRoots, now }: Trust): Promise<PaperFinding> {
  const chain = certificatesOf(message);
  const [own] = chain;
  const [info] = message.signerInfos;
  if (!own || !info?.signedAttrs) return { fault: 'changed' };
  const signature = Buffer.from(info.signature.getValue());
  const expected = await signMessage({ chain, sign: () => Promise.resolve(signature) }, { digest: sha256(place.signedBytes) });
  const token = tokenOf(info);
  const [expectedInfo] = expected.signerInfos;
  if (!expectedInfo?.signedAttrs) return { fault: 'changed' };
  if (token) expectedInfo.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [new pkijs.Attribute({ type: OID.timeStampToken, values: [token.toSchema()] })] });
  if (!encodeMessage(expected).equals(place.message)) return { fault: 'changed' };
  if (!verify('sha256', attributesToSign(expectedInfo.signedAttrs.attributes), own.publicKey, signature)) return { fault: 'changed' };
  const finding = { signer: own.subject, kid: kidOf(own.publicKey) };
  const stampedAt = token ? checkToken(token, signature, stampRoots) : undefined;
  if (token && !stampedAt) return { ...finding, fault: 'bad-time-stamp' };
  if (!leadsToRoot(chain, sealRoots, stampedAt ?? now)) return { ...finding, fault: 'unknown-signer' };
  return { ...finding, fault: null, ...(stampedAt ? { stampedAt } : {}) };
}

function tokenOf({ unsignedAttrs }: pkijs.SignerInfo): pkijs.ContentInfo | undefined {
  const attribute = unsignedAttrs?.attributes.find(({ type }) => type === OID.timeStampToken);
  const [value] = (attribute?.values ?? []) as unknown[];
  return value === undefined ? undefined : new pkijs.ContentInfo({ schema: value as never });
}
