import { createLegalEntity, listLegalEntities } from '@danku/contract/master-data.ts';
import type { DocumentType } from '@danku/contract/settings.ts';
import { changeDocumentType, changeSettings, listDocumentTypes, readSettings } from '@danku/contract/settings.ts';
import { makeCreditCode } from '@danku/domain/identity/credit-code.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answer, refuse } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { readMe } from '@danku/contract/auth.ts';
import { areHoursGood, readDays } from './calendar-draft.ts';
import { DocumentTypePage } from './document-type-page.tsx';
import { LegalEntitiesPage } from './legal-entities-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { blankType } from './type-draft.ts';

const id = '00000000-0000-7000-8000-000000000001';
const type: DocumentType = {
  id,
  kind: 'SO',
  version: 4,
  name: '销售订单',
  prefix: 'SO',
  extraFields: [],
  numberingPattern: '{TYPE}-{YYYY}{MM}-{SEQ:6}',
  numberingReset: 'monthly',
  reviewRules: [{ fromGross: null, fromRisk: null, policy: 'single' }],
  slaMinutes: blankType('SO').slaMinutes,
  retentionClass: '30y',
  requiredChecks: [],
  isActive: true,
};

it('shows the next number as it would be, and every fault of a pattern', async () => {
  const sent: unknown[] = [];
  server.use(
    refuse(readMe, 'unavailable'),
    answer(listDocumentTypes, { items: [type] }),
    answer(changeDocumentType, ({ body }) => {
      sent.push(body);
      return { ...type, version: 5 };
    }),
  );
  renderScreen(<DocumentTypePage />, { path: 'admin/doc-types/:id', at: `admin/doc-types/${id}` });
  expect(await screen.findByText(/示例：SO-\d{6}-000123/)).toBeTruthy();
  const pattern = screen.getByLabelText('编号规则');
  await userEvent.clear(pattern);
  await userEvent.type(pattern, '{{TYPE}-{{SEQ:4}');
  expect(screen.getByText(/须含对应的年、月/)).toBeTruthy();
  const save = screen.getByRole('button', { name: '保存' });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  await userEvent.selectOptions(screen.getByLabelText('重新计数'), 'never');
  await userEvent.click(screen.getByRole('button', { name: '添加规则' }));
  await userEvent.type(screen.getByLabelText('规则 1 金额达到'), '100000');
  await userEvent.click(screen.getByRole('button', { name: '添加字段' }));
  await userEvent.type(screen.getByLabelText('xField1 中文名称'), '区域');
  await userEvent.type(screen.getByLabelText('xField1 英文名称'), 'Region');
  await userEvent.click(save);
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    version: 4,
    numberingPattern: '{TYPE}-{SEQ:4}',
    numberingReset: 'never',
    reviewRules: [{ fromGross: '100000', policy: 'dual-sequence' }, { policy: 'single' }],
    extraFields: [{ key: 'xField1', label: { zh: '区域', en: 'Region' }, type: 'text' }],
  });
});

it('offers the tax id that one mistaken character explains, and saves no other', async () => {
  const sent: unknown[] = [];
  server.use(
    answer(listLegalEntities, { items: [] }),
    answer(createLegalEntity, ({ body }) => {
      sent.push(body);
      return { id, name: '', taxId: '', address: null, bankName: null, bankAccount: null, isActive: true, version: 1 };
    }),
  );
  renderScreen(<LegalEntitiesPage />, { path: 'admin/entities', at: 'admin/entities' });
  await userEvent.click(await screen.findByRole('button', { name: '新增本单位' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('名称'), '华信电子');
  const right = makeCreditCode('330106', 'MA2CFLDG');
  await userEvent.type(dialog.getByLabelText('税号'), right.replace('0', 'O'));
  expect(dialog.getByLabelText('税号').getAttribute('aria-invalid')).toBe('true');
  await userEvent.click(dialog.getByRole('button', { name: '保存' }));
  expect(sent).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: `是否应为 ${right}？` }));
  await userEvent.click(dialog.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(sent).toMatchObject([{ name: '华信电子', taxId: right }]));
});

it('saves the calendar only when every day is a date', async () => {
  const sent: unknown[] = [];
  const settings = {
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    fiscalYearStart: 1,
    fonds: 'HX01',
    workingCalendar: { hours: [{ from: '09:00', to: '18:00' }], weekdays: [1, 2, 3, 4, 5], holidays: [], makeUpDays: [] },
    version: 2,
  };
  server.use(
    answer(readSettings, settings),
    answer(changeSettings, ({ body }) => {
      sent.push(body);
      return { ...settings, version: 3 };
    }),
  );
  renderScreen(<SettingsPage />, { path: 'admin/settings', at: 'admin/settings' });
  const holidays = await screen.findByLabelText('节假日');
  await userEvent.type(holidays, '2026-02-30');
  expect(screen.getByText('不是日期：2026-02-30')).toBeTruthy();
  await userEvent.clear(holidays);
  await userEvent.type(holidays, '2026-10-02 2026-10-01');
  await userEvent.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ version: 2, workingCalendar: { holidays: ['2026-10-01', '2026-10-02'] } });
});

it('knows good hours and days', () => {
  expect(
    areHoursGood([
      { from: '13:00', to: '18:00' },
      { from: '09:00', to: '12:00' },
    ]),
  ).toBe(true);
  expect(
    areHoursGood([
      { from: '09:00', to: '13:00' },
      { from: '12:00', to: '18:00' },
    ]),
  ).toBe(false);
  expect(readDays('2026-10-02，2026-10-01\n2026-10-01')).toEqual({ ok: true, days: ['2026-10-01', '2026-10-02'] });
});
