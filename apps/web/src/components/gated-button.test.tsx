import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { GatedButton } from './gated-button.tsx';

const refused = { allowed: false, reasons: ['same-person-entered'], remedies: [{ code: 'ask-manager' }] };

describe('GatedButton', () => {
  it('does what is allowed', async () => {
    const press = vi.fn<() => void>();
    render(
      <GatedButton verdict={{ allowed: true, reasons: [], remedies: [] }} onClick={press}>
        通过
      </GatedButton>,
    );
    await userEvent.click(screen.getByRole('button'));
    expect(press).toHaveBeenCalledOnce();
  });

  it('explains what is not, can be reached by keyboard, and does nothing', async () => {
    const press = vi.fn<() => void>();
    render(
      <GatedButton verdict={refused} onClick={press}>
        通过
      </GatedButton>,
    );
    await userEvent.tab();
    const button = screen.getByRole('button', { name: '通过' });
    expect(document.activeElement).toBe(button);
    await userEvent.keyboard('{Enter}');
    expect(press).not.toHaveBeenCalled();
    const why = document.querySelector(`[id="${button.getAttribute('aria-describedby')}"]`);
    expect(why?.textContent).toContain('您录入过这张单据');
    expect(why?.textContent).toContain('请主管处理');
  });
});
