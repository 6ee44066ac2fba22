import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DataTable } from './data-table.tsx';
import type { TableColumn } from './table-column.ts';

interface Row {
  id: string;
  name: string;
}

const columns: readonly TableColumn<Row>[] = [
  { key: 'name', header: 'customer.name', sort: 'name', cell: (row) => row.name },
  { key: 'id', header: 'customer.number', align: 'end', cell: (row) => row.id },
];
const rows = Array.from({ length: 200 }, (_, index) => ({ id: `c${index}`, name: `客户 ${index}` }));

function List(props: Partial<Parameters<typeof DataTable<Row>>[0]>) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="客户"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      selected={selected}
      onSelect={setSelected}
      empty={<p>空</p>}
      {...props}
    />
  );
}

describe('DataTable', () => {
  it('opens the row one has moved to', async () => {
    const onOpen = vi.fn<(row: Row) => void>();
    render(<List onOpen={onOpen} />);
    await userEvent.keyboard('jjjk');
    await userEvent.keyboard('o');
    expect(onOpen).toHaveBeenCalledWith(rows[1]);
    const grid = screen.getByRole('grid', { name: '客户' });
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith(rows[2]);
    expect(grid.getAttribute('aria-activedescendant')).toBe(screen.getByText('客户 2').closest('tr')?.id);
  });

  it('ticks by x, by the box and all at once', async () => {
    render(<List />);
    await userEvent.keyboard('jx');
    const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes()[1]?.checked).toBe(true);
    await userEvent.click(boxes()[0] ?? document.body);
    expect(boxes().every((box) => box.checked)).toBe(true);
  });

  it('keeps only the rows in sight in the page, and says how many there are', () => {
    render(<List />);
    const grid = screen.getByRole('grid');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    expect(grid.getAttribute('aria-rowcount')).toBe('201');
  });

  it('sorts up, then down', async () => {
    const onSort = vi.fn<(sort: string) => void>();
    const { rerender } = render(<List onSort={onSort} />);
    await userEvent.click(screen.getByRole('button', { name: '名称' }));
    expect(onSort).toHaveBeenLastCalledWith('name');
    rerender(<List onSort={onSort} sort="name" />);
    expect(screen.getByRole('columnheader', { name: /名称/ }).getAttribute('aria-sort')).toBe('ascending');
    await userEvent.click(screen.getByRole('button', { name: '名称' }));
    expect(onSort).toHaveBeenLastCalledWith('-name');
  });

  it('asks for more near the end, once', () => {
    const onMore = vi.fn<() => void>();
    render(<List rows={rows.slice(0, 10)} hasMore onMore={onMore} />);
    expect(onMore).toHaveBeenCalledTimes(1);
  });

  it('says that there is nothing', () => {
    render(<List rows={[]} />);
    expect(screen.getByText('空')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});
