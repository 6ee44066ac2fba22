import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Menu } from './menu.tsx';

function setUp() {
  const choose = vi.fn<(key: string) => void>();
  const items = ['a', 'b', 'c'].map((key) => ({ key, label: key, checked: key === 'a', onSelect: () => choose(key) }));
  render(<Menu name="菜单" face="▾" sections={[{ key: 'all', items }]} />);
  return { choose, user: userEvent.setup(), button: screen.getByRole('button', { name: '菜单' }) };
}

describe('Menu', () => {
  it('opens, moves around and chooses by keyboard, and gives the focus back', async () => {
    const { choose, user, button } = setUp();
    button.focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toContain('a');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('menuitemradio', { name: 'c' }));
    await user.keyboard('{Enter}');
    expect(choose).toHaveBeenCalledWith('c');
    expect(document.activeElement).toBe(button);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes by Escape and by leaving', async () => {
    const { user, button } = setUp();
    await user.click(button);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(button);
    await user.click(button);
    await user.tab();
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
