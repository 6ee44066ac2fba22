import type { EventShown } from '@danku/contract/document-shapes.ts';
import type { Translate } from '@danku/words/translate.ts';
import { sayCode } from '../i18n/say-code.ts';

/** Who did it, for whom, and by what means where that was not the screen: "Li Na · for Wang Wei · access token". */
export function actorLine(t: Translate, { actor, actorName, onBehalfOf, via }: EventShown): string {
  const isPerson = via === 'session' || via === 'token';
  const name = actor?.name ?? (isPerson && actorName !== '' ? actorName : t('document.timeline.system'));
  const parts = [
    name,
    onBehalfOf === null ? '' : t('audit.onBehalfOf', { name: onBehalfOf.name }),
    via === 'session' || via === 'system' ? '' : sayCode(t, 'audit.viaOf', via, 'audit.viaOf.other', { via }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
