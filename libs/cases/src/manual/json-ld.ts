import type { ManualView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** A JSON-LD document. */
export type JsonLd = Record<string, unknown>;

/** The manual as a `GovernmentService` of schema.org, in both languages, for search engines and catalogues. */
export function jsonLdOf(manual: ManualView, publicUrl: string): JsonLd {
  const address = `${publicUrl}/licence-types/${manual.code}`;
  const providers = uniqueBy(manual.steps.flatMap(({ agencies }) => agencies));
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': `${address}/versions/${manual.version}`,
    url: address,
    identifier: [
      { '@type': 'PropertyValue', propertyID: 'code', value: manual.code },
      { '@type': 'PropertyValue', propertyID: 'version', value: manual.version },
      { '@type': 'PropertyValue', propertyID: 'sha256', value: manual.sha256 },
    ],
    dateModified: manual.inForceFrom,
    inLanguage: ['th', 'en'],
    name: both(manual.title),
    description: both(manual.summary),
    serviceType: manual.kind,
    ...(manual.who ? { audience: { '@type': 'Audience', audienceType: both(manual.who) } } : {}),
    ...(manual.output ? { serviceOutput: { '@type': manual.kind === 'licence' ? 'GovernmentPermit' : 'Thing', name: both(manual.output) } } : {}),
    provider: providers.map((name) => ({ '@type': 'GovernmentOrganization', name: both(name) })),
    areaServed: { '@type': 'Country', name: 'Thailand' },
    availableChannel: { '@type': 'ServiceChannel', serviceUrl: address, availableLanguage: ['th', 'en'], processingTime: `P${manual.days}D` },
    offers: manual.feeLines.map(({ title, range }) => ({
      '@type': 'Offer', name: both(title), priceSpecification: { '@type': 'PriceSpecification', priceCurrency: 'THB', minPrice: range.min / 100, maxPrice: range.max / 100 },
    })),
    termsOfService: manual.papers.map(({ title, when }) => ({ '@type': 'DigitalDocument', name: both(title), description: both(when) })),
    potentialAction: {
      '@type': 'HowTo', name: both(manual.title),
      step: manual.steps.map(({ title, detail, time }, at) => ({
        '@type': 'HowToStep', position: at + 1, name: both(title), ...(detail ? { text: both(detail) } : {}), ...(time ? { timeRequired: `P${time.days}D` } : {}),
      })),
    },
    isBasedOn: manual.citations.map(({ law, section }) => ({ '@type': 'Legislation', name: both(law), legislationIdentifier: section })),
  };
}

function both({ th, en }: Text): { '@language': string; '@value': string }[] {
  return [{ '@language': 'th', '@value': th }, { '@language': 'en', '@value': en }];
}

function uniqueBy(texts: Text[]): Text[] {
  return texts.filter(({ th }, at) => texts.findIndex((other) => other.th === th) === at);
}
