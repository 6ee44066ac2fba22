import type { Kind, KindDefinition } from './kinds.ts';
import { cnKind, invKind, rcKind, stKind } from './money-kinds.ts';
import { dnKind, podKind, qtKind, rtKind, scKind, soKind } from './trade-kinds.ts';

export const kindDefinitions: Record<Kind, KindDefinition> = {
  QT: qtKind,
  SC: scKind,
  SO: soKind,
  DN: dnKind,
  POD: podKind,
  INV: invKind,
  CN: cnKind,
  RT: rtKind,
  RC: rcKind,
  ST: stKind,
};
