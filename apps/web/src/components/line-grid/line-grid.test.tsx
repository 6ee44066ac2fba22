import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../i18n/language.ts';
import { LineGrid } from './line-grid.tsx';
import type { Line, LineColumn } from './line-model.ts';

const columns: readonly LineColumn[] = [
  { key: 'description', label: 'field.description', kind: 'text' },
  { key: 'quantity', label: 'field.quantity', kind: 'quantity' },
  { key: 'netAmount', label: 'field.netAmount', kind: 'money' },
];
const two: Line[] = [
  { description: '电阻', quantity: '20', netAmount: '10.00' },
  { description: '电容', quantity: '5', netAmount: '7.50' },
];

function setUp(lines: Line[] = two, more: Partial<Parameters<typeof LineGrid>[0]> = {}) {
  const seen: { lines: readonly Line[] } = { lines };
  function Holder() {
    const [held, setHeld] = useState<readonly Line[]>(lines);
    seen.lines = held;
    return <LineGrid columns={columns} lines={held} onChange={setHeld} {...more} />;
  }
  render(<Holder />);
  return { user: userEvent.setup(), seen };
}

function cell(row: number, column: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('textbox', { name: `第 ${row} 行，${column}` });
}

describe('LineGrid', () => {
  it('replaces by typing, and shows a number as read when one leaves it', async () => {
    const { user, seen } = setUp();
    await user.click(cell(1, '金额'));
    await user.keyboard('=12*3.5{Enter}');
    expect(seen.lines[0]?.netAmount).toBe('42.00');
    expect(cell(1, '金额').value).toBe('42.00');
    expect(document.activeElement).toBe(cell(2, '金额'));
  });

  it('gives every keystroke on at once', async () => {
    const { user, seen } = setUp();
    await user.click(cell(1, '项目名称'));
    await user.keyboard('排');
    expect(seen.lines[0]?.description).toBe('排');
  });

  it('makes a line by Enter in the last one, and goes back to where the Tabs began', async () => {
    const { user, seen } = setUp([{ description: null, quantity: null, netAmount: null }]);
    await user.click(cell(1, '项目名称'));
    await user.keyboard('甲{Tab}2{Tab}3{Enter}乙{Tab}4{Tab}5');
    expect(seen.lines).toEqual([
      { description: '甲', quantity: '2', netAmount: '3.00' },
      { description: '乙', quantity: '4', netAmount: '5.00' },
    ]);
  });

  it('moves by arrows; F2 and typing in text keep them for the caret', async () => {
    const { user } = setUp();
    await user.click(cell(1, '数量'));
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement).toBe(cell(2, '金额'));
    await user.keyboard('{F2}{ArrowLeft}');
    expect(document.activeElement).toBe(cell(2, '金额'));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(cell(1, '金额'));
  });

  it('takes typing back by Escape', async () => {
    const { user, seen } = setUp();
    await user.click(cell(1, '数量'));
    await user.keyboard('999{Escape}');
    expect(cell(1, '数量').value).toBe('20');
    expect(seen.lines[0]?.quantity).toBe('20');
  });

  it('fills down, and undoes step by step', async () => {
    const { user, seen } = setUp();
    await user.click(cell(2, '数量'));
    await user.keyboard('{Control>}d{/Control}');
    expect(seen.lines[1]?.quantity).toBe('20');
    await user.click(cell(1, '项目名称'));
    await user.keyboard('新名称{Enter}');
    await user.keyboard('{Control>}z{/Control}');
    expect(seen.lines[0]?.description).toBe('电阻');
    await user.keyboard('{Control>}z{/Control}');
    expect(seen.lines).toEqual(two);
    await user.keyboard('{Control>}y{/Control}');
    expect(seen.lines[1]?.quantity).toBe('20');
  });

  it('makes lines of a pasted block, reading each cell as its column wants', async () => {
    const { user, seen } = setUp();
    await user.click(cell(2, '项目名称'));
    await user.paste('排针\t1,000\t¥3.5\n插座\t2\t不详\n');
    expect(seen.lines).toEqual([
      two[0],
      { description: '排针', quantity: '1000', netAmount: '3.50' },
      { description: '插座', quantity: '2', netAmount: '不详' },
    ]);
    expect(cell(3, '金额').getAttribute('aria-invalid')).toBe('true');
  });

  it('adds a line after this one by Alt+N and deletes one by Alt+Delete', async () => {
    const { user, seen } = setUp();
    await user.click(cell(1, '数量'));
    await user.keyboard('{Alt>}[KeyN]{/Alt}');
    expect(seen.lines).toHaveLength(3);
    expect(document.activeElement).toBe(cell(2, '项目名称'));
    await user.keyboard('{Alt>}{Delete}{/Alt}');
    expect(seen.lines).toEqual(two);
  });

  it('does not move when Enter ends a composition', async () => {
    const { user, seen } = setUp();
    await user.click(cell(2, '项目名称'));
    fireEvent.keyDown(cell(2, '项目名称'), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(cell(2, '项目名称'), { key: 'Enter', keyCode: 229 });
    expect(document.activeElement).toBe(cell(2, '项目名称'));
    expect(seen.lines).toHaveLength(2);
  });

  it('lets the screen take Enter over', async () => {
    const { user } = setUp(two, { onEnter: () => true });
    await user.click(cell(1, '数量'));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(cell(1, '数量'));
  });

  it('changes nothing where it is read only', async () => {
    const { user, seen } = setUp(two, { readOnly: true });
    await user.click(cell(2, '数量'));
    await user.keyboard('7{Enter}{Control>}d{/Control}{Alt>}[KeyN]{/Alt}');
    await user.paste('a\tb');
    expect(seen.lines).toEqual(two);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says in each language what a cell is', async () => {
    setUp();
    await chooseLanguage('en');
    expect(await screen.findByRole('textbox', { name: 'Row 2, Quantity' })).toBeTruthy();
    await chooseLanguage('zh-CN');
  });
});
