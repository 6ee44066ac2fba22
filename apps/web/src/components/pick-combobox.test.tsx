import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Pick } from './pick-combobox.tsx';
import { PickCombobox } from './pick-combobox.tsx';

const customers: Pick[] = [
  { id: '1', name: '华强精密', hint: 'C001' },
  { id: '2', name: '华信科技', hint: 'C002' },
];

function Field({ onPick, search }: { onPick: (pick: Pick) => void; search?: (text: string) => Promise<Pick[]> }) {
  const [text, setText] = useState('');
  return (
    <PickCombobox
      aria-label="客户"
      value={text}
      onChange={setText}
      onPick={(pick) => {
        setText(pick.name);
        onPick(pick);
      }}
      search={search ?? (async () => customers)}
    />
  );
}

describe('PickCombobox', () => {
  it('finds by typing and takes by arrows and Enter', async () => {
    const onPick = vi.fn<(pick: Pick) => void>();
    render(<Field onPick={onPick} />);
    await userEvent.type(screen.getByRole('combobox'), 'hua');
    await screen.findAllByRole('option');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onPick).toHaveBeenCalledWith(customers[1]);
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('华信科技');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('takes by a click', async () => {
    const onPick = vi.fn<(pick: Pick) => void>();
    render(<Field onPick={onPick} />);
    await userEvent.type(screen.getByRole('combobox'), 'h');
    await userEvent.click(await screen.findByRole('option', { name: /华强精密/ }));
    expect(onPick).toHaveBeenCalledWith(customers[0]);
  });

  it('leaves free text as it is, and says when nothing fits', async () => {
    render(<Field onPick={() => undefined} search={async () => []} />);
    await userEvent.type(screen.getByRole('combobox'), '新客户');
    expect(await screen.findByText('没有符合条件的结果')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('新客户');
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
