/**
 * Which VAT rate held for what and when. `checked: false` marks a row that nobody has compared with its source yet;
 * screens that rely on one say so. `to` is the last day, null while in force.
 */
export type TaxRateRow = {
  supply: TaxSupply;
  rate: string;
  from: string;
  to: string | null;
  source: string;
  checked: boolean;
};
export type TaxSupply =
  | 'goods'
  | 'transport-construction-agriculture'
  | 'services'
  | 'export'
  | 'simplified'
  | 'small-scale-relief';

const reform = '营业税改征增值税试点 财税〔2016〕36号';
const cut2017 = '财税〔2017〕37号';
const cut2018 = '财税〔2018〕32号';
const cut2019 = '财政部 税务总局 海关总署公告2019年第39号';
const relief = '财政部 税务总局公告2023年第19号';

export const taxRates: readonly TaxRateRow[] = [
  row('goods', '0.17', '1994-01-01', '2018-04-30', '增值税暂行条例'),
  row('goods', '0.16', '2018-05-01', '2019-03-31', cut2018),
  row('goods', '0.13', '2019-04-01', null, cut2019),
  row('transport-construction-agriculture', '0.11', '2017-07-01', '2018-04-30', cut2017),
  row('transport-construction-agriculture', '0.10', '2018-05-01', '2019-03-31', cut2018),
  row('transport-construction-agriculture', '0.09', '2019-04-01', null, cut2019),
  row('services', '0.06', '2016-05-01', null, reform),
  row('export', '0', '1994-01-01', null, '增值税暂行条例'),
  row('simplified', '0.03', '2009-01-01', null, '增值税暂行条例'),
  row('small-scale-relief', '0.01', '2023-01-01', '2027-12-31', relief),
];

function row(supply: TaxSupply, rate: string, from: string, to: string | null, source: string): TaxRateRow {
  return { supply, rate, from, to, source, checked: false };
}

/** The rates in force on a day (YYYY-MM-DD). */
export function taxRatesOn(date: string, table: readonly TaxRateRow[] = taxRates): TaxRateRow[] {
  return table.filter((entry) => entry.from <= date && (entry.to === null || date <= entry.to));
}

/** Was this a rate of any supply on that day? "0.13" and "0.130" are the same rate. */
export function isRateOn(rate: string, date: string, table: readonly TaxRateRow[] = taxRates): boolean {
  return taxRatesOn(date, table).some((entry) => Number(entry.rate) === Number(rate));
}
