import type { AccountView, OwnSession } from '@anuyat/contract';
import { getAgency, getOffice } from '@anuyat/dictionary/reference';
import type { OpenSession } from '../sessions/open-session';

/** What a signed-in person is told of the own account. */
export function accountView({ actor, signedInAt, secondStep }: OpenSession, session: OwnSession): AccountView {
  const { accountId, name, roles, offices, companies, territories, agent, looksAfter = [] } = actor;
  return {
    id: accountId,
    name,
    roles,
    offices: offices.map(({ code, permissions, standsInFor }) => ({ office: getOffice(code), permissions, ...(standsInFor ? { standsInFor } : {}) })),
    companies,
    territories,
    looksAfter: looksAfter.map((code) => ({ code, title: getAgency(code).title })),
    signedInAt: signedInAt.toISOString(),
    ...(agent ? { actingAs: { person: agent.name, acts: agent.acts } } : {}),
    ...(secondStep ? { secondStep } : {}),
    session,
  };
}
