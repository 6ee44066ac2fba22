import { contract } from '@danku/contract';

import { addDocumentRoutes } from './document-routes.ts';
import { acceptInvitation } from './features/auth/accept-invitation.ts';
import { changeMe } from './features/auth/change-me.ts';
import { changePassword } from './features/auth/change-password.ts';
import { createAccessToken } from './features/auth/create-access-token.ts';
import { listAccessTokens } from './features/auth/list-access-tokens.ts';
import { listSessions } from './features/auth/list-sessions.ts';
import { readConfig } from './features/auth/read-config.ts';
import { readLink } from './features/auth/read-link.ts';
import { readMe } from './features/auth/read-me.ts';
import { resetPassword } from './features/auth/reset-password.ts';
import { revokeAccessToken } from './features/auth/revoke-access-token.ts';
import { revokeSession } from './features/auth/revoke-session.ts';
import { setUp } from './features/auth/set-up.ts';
import { signIn } from './features/auth/sign-in.ts';
import { signOut } from './features/auth/sign-out.ts';
import { changeMember } from './features/people/change-member.ts';
import { changeRole } from './features/people/change-role.ts';
import { createRole } from './features/people/create-role.ts';
import { deactivateMember } from './features/people/deactivate-member.ts';
import { deleteRole } from './features/people/delete-role.ts';
import { inviteMember } from './features/people/invite-member.ts';
import { listMembers } from './features/people/list-members.ts';
import { listRoles } from './features/people/list-roles.ts';
import { makeResetLink } from './features/people/make-reset-link.ts';
import { reactivateMember } from './features/people/reactivate-member.ts';
import { readHoldings } from './features/people/read-holdings.ts';
import { revokeMemberSessions } from './features/people/revoke-member-sessions.ts';
import { setMemberRoles } from './features/people/set-member-roles.ts';
import { addFileRoutes } from './file-routes.ts';
import type { Api } from './http/api.ts';
import { mount } from './http/mount.ts';
import { mountOutside } from './http/mount-outside.ts';

/** The whole API on one page. */
export function addRoutes(api: Api): void {
  addAccountRoutes(api);
  addPeopleRoutes(api);
  addFileRoutes(api);
}

function addAccountRoutes(api: Api): void {
  const { auth } = contract;
  mount(api, auth.readConfig, readConfig);
  mountOutside(api, auth.signIn, signIn);
  mount(api, auth.signOut, signOut);
  mount(api, auth.readMe, readMe);
  mount(api, auth.changeMe, changeMe);
  mountOutside(api, auth.changePassword, changePassword);
  mount(api, auth.listSessions, listSessions);
  mount(api, auth.revokeSession, revokeSession);
  mount(api, auth.listAccessTokens, listAccessTokens);
  mount(api, auth.createAccessToken, createAccessToken, { isSecret: true });
  mount(api, auth.revokeAccessToken, revokeAccessToken);
  mount(api, auth.readLink, readLink);
  mountOutside(api, auth.acceptInvitation, acceptInvitation);
  mountOutside(api, auth.resetPassword, resetPassword);
  mountOutside(api, auth.setUp, setUp);
}

function addPeopleRoutes(api: Api): void {
  const { people } = contract;
  mount(api, people.listMembers, listMembers);
  mount(api, people.inviteMember, inviteMember, { isSecret: true });
  mount(api, people.changeMember, changeMember);
  mount(api, people.setMemberRoles, setMemberRoles);
  mount(api, people.readHoldings, readHoldings);
  mount(api, people.deactivateMember, deactivateMember);
  mount(api, people.reactivateMember, reactivateMember);
  mount(api, people.makeResetLink, makeResetLink, { isSecret: true });
  mount(api, people.revokeMemberSessions, revokeMemberSessions);
  mount(api, people.listRoles, listRoles);
  mount(api, people.createRole, createRole);
  mount(api, people.changeRole, changeRole);
  mount(api, people.deleteRole, deleteRole);

  addDocumentRoutes(api);
}
