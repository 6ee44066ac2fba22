import { readMe } from '@danku/contract/auth.ts';
import type { Customer } from '@danku/contract/master-data.ts';
import { changeCustomer, listCustomerGroups, listCustomers, mergeCustomer, readCustomer } from '@danku/contract/master-data.ts';
import { makeCreditCode } from '@danku/domain/identity/credit-code.ts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { answer } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { CustomersPage } from './customers-page.tsx';

const idOf = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;

function customerOf(number: number, name: string): Customer {
  return {
    id: idOf(number),
    code: `C${number}`,
    name,
    taxId: null,
    group: { id: idOf(7), name: '华东' },
    owner: { id: idOf(8), name: '赵敏' },
    contactName: null,
    phone: null,
    email: null,
    address: null,
    bankName: null,
    bankAccount: null,
    isActive: true,
    mergedIntoId: null,
    createdAt: '2026-01-01T00:00:00Z',
    version: 5,
  };
}

beforeEach(() => {
  server.use(
    answer(readMe, {
      account: { id: idOf(9), email: 'manager@huaxin.example', name: '王伟', locale: 'zh-CN', preferences: {} },
      organisations: [],
      member: {
        id: idOf(9),
        name: '王伟',
        tenantId: idOf(9),
        roles: [],
        grants: { 'customer.manage': 'all' },
        timeZone: 'Asia/Shanghai',
        currency: 'CNY',
      },
    }),
    answer(listCustomers, { items: [customerOf(1, '云栖智能'), customerOf(2, '云栖智能科技')], next: null }),
    answer(readCustomer, customerOf(1, '云栖智能')),
    answer(listCustomerGroups, { items: [{ id: idOf(7), name: '华东', customerCount: 2, version: 1 }] }),
  );
});

const show = () => renderScreen(<CustomersPage />, { path: 'customers/:id', at: `customers/${idOf(1)}` });

describe('customers', () => {
  it('keep group and owner when something else is changed, and take a tax id without its spaces', async () => {
    const sent: unknown[] = [];
    server.use(
      answer(changeCustomer, ({ body }) => {
        sent.push(body);
        return customerOf(1, '云栖智能');
      }),
    );
    show();
    const panel = within(await screen.findByRole('complementary', { name: '云栖智能' }));
    const code = makeCreditCode('330106', 'MA2CFLDG');
    await userEvent.type(panel.getByLabelText('税号'), `${code.slice(0, 4)} ${code.slice(4)}`);
    await userEvent.click(panel.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ version: 5, taxId: code, groupId: idOf(7), ownerId: idOf(8) });
  });

  it('may have a foreign tax id, but no credit code with a wrong check digit', async () => {
    show();
    const panel = within(await screen.findByRole('complementary', { name: '云栖智能' }));
    await userEvent.type(panel.getByLabelText('税号'), 'DE811234567');
    expect(panel.getByText('不是统一社会信用代码，不作校验')).toBeTruthy();
    expect(panel.getByRole('button', { name: '保存' }).getAttribute('aria-disabled')).toBeNull();
    await userEvent.clear(panel.getByLabelText('税号'));
    await userEvent.type(panel.getByLabelText('税号'), `${makeCreditCode('330106', 'MA2CFLDG').slice(0, 16)}11`);
    expect(panel.getByRole('button', { name: '保存' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('are merged into another, never into themselves', async () => {
    const sent: unknown[] = [];
    server.use(
      answer(mergeCustomer, ({ body }) => {
        sent.push(body);
        return { ...customerOf(1, '云栖智能'), mergedIntoId: idOf(2) };
      }),
    );
    show();
    await userEvent.click(await screen.findByRole('button', { name: '合并' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('combobox'), '云');
    expect((await dialog.findAllByRole('option')).map((option) => option.textContent)).toEqual(['云栖智能科技C2']);
    await userEvent.keyboard('{Enter}');
    await userEvent.click(dialog.getByRole('button', { name: '合并' }));
    await waitFor(() => expect(sent).toEqual([{ version: 5, intoId: idOf(2) }]));
  });
});
