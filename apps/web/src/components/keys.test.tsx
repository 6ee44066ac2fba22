import { fireEvent, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { setLetterKeys, useKeys } from './keys.ts';

const pressed: string[] = [];

function Screen({ withDialog = false }: { withDialog?: boolean }) {
  useKeys(
    ['j', 'g d', 'Ctrl+Enter', 'Alt+R', '?'].map((keys) => ({
      keys,
      label: 'shell.keys.next' as const,
      run: () => pressed.push(keys),
    })),
  );
  return (
    <>
      <input aria-label="field" />
      {withDialog && <div role="dialog" aria-modal="true" aria-label="dialog" />}
    </>
  );
}

describe('useKeys', () => {
  beforeEach(() => pressed.splice(0));

  it('hears letters, sequences and chords', async () => {
    render(<Screen />);
    await userEvent.keyboard('jgd?{Control>}{Enter}{/Control}{Alt>}[KeyR]{/Alt}');
    expect(pressed).toEqual(['j', 'g d', '?', 'Ctrl+Enter', 'Alt+R']);
  });

  it('leaves letters to inputs and dialogs, but not chords', async () => {
    const { getByRole, rerender } = render(<Screen />);
    await userEvent.click(getByRole('textbox'));
    await userEvent.keyboard('jgd{Control>}{Enter}{/Control}');
    expect(pressed).toEqual(['Ctrl+Enter']);
    getByRole('textbox').blur();
    rerender(<Screen withDialog />);
    await userEvent.keyboard('j');
    expect(pressed).toEqual(['Ctrl+Enter']);
  });

  it('stays silent while Chinese is composed, and when letters are switched off', async () => {
    render(<Screen />);
    fireEvent.keyDown(document.body, { key: 'j', isComposing: true });
    fireEvent.keyDown(document.body, { key: 'j', keyCode: 229 });
    setLetterKeys(false);
    await userEvent.keyboard('jgd?');
    expect(pressed).toEqual(['?']);
  });
});
