import { listMembers } from '@danku/contract/people.ts';
import { call } from '../api/call.ts';
import { roleName } from '../components/role-name.ts';
import { currentTranslate } from '../i18n/language.ts';
import type { Pick } from '../components/pick-combobox.tsx';

/** People to hand work to, by a part of their name; the hint says their roles. */
export async function searchMembers(q: string, signal: AbortSignal): Promise<Pick[]> {
  const { items } = await call(listMembers, { query: { q, active: true, limit: 10 } }, { signal });
  const t = currentTranslate();
  return items.map((member) => ({
    id: member.id,
    name: member.name,
    hint: member.roles.map((role) => roleName(t, role)).join(' · '),
  }));
}
