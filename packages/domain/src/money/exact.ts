import { Decimal } from 'decimal.js';

/** Decimals with more digits than any product of two stored numbers has, so that nothing rounds before we do. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
