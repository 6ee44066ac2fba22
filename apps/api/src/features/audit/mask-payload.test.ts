import { roleDefinitions } from '@danku/domain/access/roles.ts';
import { joinGrants } from '@danku/domain/access/permissions.ts';
import { describe, expect, it } from 'vitest';

import { masked, maskPayload, type Reader } from './mask-payload.ts';

const auditor: Reader = { grants: joinGrants([roleDefinitions.auditor]), isReviewer: false };
const administrator: Reader = { grants: joinGrants([roleDefinitions['audit-admin']]), isReviewer: false };
const reviewer: Reader = { grants: joinGrants([roleDefinitions.auditor, roleDefinitions.reviewer]), isReviewer: true };
const partly: Reader = {
  grants: joinGrants([{ permissions: ['document.read', 'audit.read'], scope: 'own' }]),
  isReviewer: false,
};

const edited = { changes: [{ path: '/fields/grossTotal', before: '1.00', after: 'CANARY' }], reason: 'CANARY' };
const sentBack = {
  from: 'review',
  to: 'entry',
  version: 2,
  slot: 1,
  verdicts: [{ path: '/fields/number', errorClass: 'other', suggested: 'CANARY', comment: 'CANARY' }],
  comment: 'CANARY',
  registryNumber: null,
};

describe('the payload of an event', () => {
  it('is shown whole to whoever may read every document', () => {
    expect(maskPayload('document.edited', edited, auditor)).toBe(edited);
    expect(maskPayload('customer.changed', edited, auditor)).toBe(edited);
  });

  it.each([
    ['an administrator', administrator],
    ['someone who sees some documents', partly],
    ['a reviewer', reviewer],
  ])('keeps what the papers say from %s', (_, reader) => {
    expect(maskPayload('document.edited', edited, reader)).toEqual({
      changes: [{ path: '/fields/grossTotal', before: masked, after: masked }],
      reason: masked,
    });
    expect(maskPayload('document.sent-back', sentBack, reader)).toEqual({ ...sentBack, verdicts: masked, comment: masked });
    for (const type of ['document.adjudicated', 'file.uploaded', 'inbox.rejected', 'register.voided', 'document.of-tomorrow']) {
      const payload = {
        chosen: { number: 'CANARY' },
        keyed: 'CANARY',
        name: 'CANARY',
        reason: 'CANARY',
        warnings: ['CANARY'],
        new: { deep: 'CANARY' },
      };
      expect(JSON.stringify(maskPayload(type, payload, reader))).not.toContain('CANARY');
    }
  });

  it('keeps customers from administrators, who still see what concerns people, roles and settings', () => {
    expect(JSON.stringify(maskPayload('customer.created', { name: 'CANARY' }, administrator))).not.toContain('CANARY');
    const roles = { before: ['clerk'], after: ['manager'] };
    expect(maskPayload('member.roles-changed', roles, administrator)).toBe(roles);
    expect(maskPayload('settings.changed', edited, administrator)).toBe(edited);
  });
});
