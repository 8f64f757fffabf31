import type { AccountView, OwnSession } from '@anuyat/contract';
import { getOffice } from '@anuyat/dictionary/reference';
import type { OpenSession } from '../sessions/open-session';

/** What a signed-in person is told of the own account. */
export function accountView({ actor, signedInAt, secondStep }: OpenSession, session: OwnSession): AccountView {
  const { accountId, name, roles, offices, companies, territories, agent } = actor;
  return {
    id: accountId,
    name,
    roles,
    offices: offices.map(({ code, permissions }) => ({ office: getOffice(code), permissions })),
    companies,
    territories,
    signedInAt: signedInAt.toISOString(),
    ...(agent ? { actingAs: { person: agent.name, acts: agent.acts } } : {}),
    ...(secondStep ? { secondStep } : {}),
    session,
  };
}
