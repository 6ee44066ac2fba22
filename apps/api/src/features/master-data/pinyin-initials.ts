import { pinyin } from 'pinyin-pro';

/** The first letter of each character's reading, 华信商贸 → "hxsm"; letters and digits stay. What people type to find a name. */
export function pinyinInitials(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
