import { contract } from '@danku/contract';

import { addArchiveRoutes } from './archive-routes.ts';
import { addDocumentRoutes } from './document-routes.ts';
import { addFileRoutes } from './file-routes.ts';
import { exportEvents } from './features/audit/export-events.ts';
import { listEvents } from './features/audit/list-events.ts';
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
import { changeCustomerGroup } from './features/master-data/change-customer-group.ts';
import { changeCustomer } from './features/master-data/change-customer.ts';
import { changeLegalEntity } from './features/master-data/change-legal-entity.ts';
import { changeProduct } from './features/master-data/change-product.ts';
import { createCustomerGroup } from './features/master-data/create-customer-group.ts';
import { createCustomer } from './features/master-data/create-customer.ts';
import { createLegalEntity } from './features/master-data/create-legal-entity.ts';
import { createProduct } from './features/master-data/create-product.ts';
import { listCustomerGroups } from './features/master-data/list-customer-groups.ts';
import { listCustomers } from './features/master-data/list-customers.ts';
import { listLegalEntities } from './features/master-data/list-legal-entities.ts';
import { listProducts } from './features/master-data/list-products.ts';
import { mergeCustomer } from './features/master-data/merge-customer.ts';
import { readCustomer } from './features/master-data/read-customer.ts';
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
import { changeDocumentType } from './features/settings/change-document-type.ts';
import { changeSettings } from './features/settings/change-settings.ts';
import { createDocumentType } from './features/settings/create-document-type.ts';
import { listDocumentTypes } from './features/settings/list-document-types.ts';
import { readSettings } from './features/settings/read-settings.ts';
import type { Api } from './http/api.ts';
import { mount } from './http/mount.ts';
import { mountBytes } from './http/mount-bytes.ts';
import { mountOutside } from './http/mount-outside.ts';

/** The whole API on one page. */
export function addRoutes(api: Api): void {
  addAccountRoutes(api);
  addPeopleRoutes(api);
  addFileRoutes(api);
  addArchiveRoutes(api);
  addMasterDataRoutes(api);
  addSettingsRoutes(api);
  addAuditRoutes(api);
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

function addMasterDataRoutes(api: Api): void {
  const { masterData } = contract;
  mount(api, masterData.listCustomers, listCustomers);
  mount(api, masterData.readCustomer, readCustomer);
  mount(api, masterData.createCustomer, createCustomer);
  mount(api, masterData.changeCustomer, changeCustomer);
  mount(api, masterData.mergeCustomer, mergeCustomer);
  mount(api, masterData.listCustomerGroups, listCustomerGroups);
  mount(api, masterData.createCustomerGroup, createCustomerGroup);
  mount(api, masterData.changeCustomerGroup, changeCustomerGroup);
  mount(api, masterData.listProducts, listProducts);
  mount(api, masterData.createProduct, createProduct);
  mount(api, masterData.changeProduct, changeProduct);
  mount(api, masterData.listLegalEntities, listLegalEntities);
  mount(api, masterData.createLegalEntity, createLegalEntity);
  mount(api, masterData.changeLegalEntity, changeLegalEntity);
}

function addSettingsRoutes(api: Api): void {
  const { settings } = contract;
  mount(api, settings.listDocumentTypes, listDocumentTypes);
  mount(api, settings.createDocumentType, createDocumentType);
  mount(api, settings.changeDocumentType, changeDocumentType);
  mount(api, settings.readSettings, readSettings);
  mount(api, settings.changeSettings, changeSettings);
}

function addAuditRoutes(api: Api): void {
  const { audit } = contract;
  mount(api, audit.listEvents, listEvents);
  mountBytes(api, audit.exportEvents, exportEvents);
}
