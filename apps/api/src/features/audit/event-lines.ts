import { en } from '@danku/words/en.ts';
import type { Language } from '@danku/words/language.ts';
import { translator, type Translate } from '@danku/words/translate.ts';
import { zhCn } from '@danku/words/zh-cn.ts';

import type { EventRow } from '../../db/present-event.ts';
import { csvLine } from './csv.ts';
import { maskPayload, type Reader } from './mask-payload.ts';

const speakers: Record<Language, Translate> = { 'zh-CN': translator('zh-CN', zhCn), en: translator('en', en) };

export function headLine(language: Language): string {
  const t = speakers[language];
  const keys = ['when', 'who', 'what', 'code', 'subject', 'detail', 'via', 'address', 'requestId'] as const;
  return csvLine(keys.map((key) => t(`audit.${key}`)));
}

export function eventLine(row: EventRow, reader: Reader, language: Language): string {
  const t = speakers[language];
  const word = `event.${row.type}`;
  return csvLine([
    row.at.toISOString(),
    row.actorName,
    t.has(word) ? t(word) : row.type,
    row.type,
    row.subjectId,
    JSON.stringify(maskPayload(row.type, row.payload, reader)),
    row.via,
    row.ip,
    row.requestId,
  ]);
}
