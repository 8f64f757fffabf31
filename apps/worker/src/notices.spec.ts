import { noticeKinds } from '@anuyat/notices';
import { appeals, licences } from '@anuyat/workflows';

/** Every effect that a machine's config names, wherever it stands. */
function effectsIn(config: unknown): { type: string; params?: { notice?: string } }[] {
  if (Array.isArray(config)) return config.flatMap(effectsIn);
  if (typeof config !== 'object' || config === null) return [];
  return [...('type' in config && 'params' in config ? [config as { type: string }] : []), ...Object.values(config).flatMap(effectsIn)];
}

it.each([...licences, ...appeals].map((licence) => [licence.code, licence] as const))('%s tells applicants nothing that there are no words for', (_, { machine }) => {
  const told = effectsIn(machine).filter(({ type }) => type === 'tell').map(({ params }) => params?.notice ?? '');
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter((notice) => !noticeKinds.includes(notice))).toEqual([]);
});
