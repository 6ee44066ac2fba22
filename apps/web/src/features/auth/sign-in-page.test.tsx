import { readConfig, signIn } from '@danku/contract/auth.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../i18n/language.ts';
import { answer, refuse } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { safeNext } from './auth-calls.ts';
import { SignInPage } from './sign-in-page.tsx';

const config = { needsSetUp: false, isDemo: true, uploadLimitBytes: 1, version: '0.1.0', isSecure: false };

describe('SignInPage', () => {
  beforeEach(() => server.use(answer(readConfig, config)));

  it('says the same whether the address or the password is wrong', async () => {
    server.use(refuse(signIn, 'wrong-credentials'));
    renderScreen(<SignInPage />);
    await userEvent.type(screen.getByLabelText('邮箱'), 'clerk@huaxin.example');
    await userEvent.type(screen.getByLabelText('密码'), 'wrong{Enter}');
    expect(await screen.findByText('邮箱或密码不正确。')).toBeTruthy();
  });

  it('fills in a demo account', async () => {
    renderScreen(<SignInPage />);
    await userEvent.click(await screen.findByRole('button', { name: '审核员' }));
    expect(screen.getByLabelText<HTMLInputElement>('邮箱').value).toBe('reviewer@huaxin.example');
  });

  it('speaks English', async () => {
    renderScreen(<SignInPage />);
    await userEvent.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
    await chooseLanguage('zh-CN');
  });
});

describe('safeNext', () => {
  it.each([
    [null, '/'],
    ['/t/huaxin/documents?q=1', '/t/huaxin/documents?q=1'],
    ['https://evil.example/x', '/'],
    ['//evil.example', '/'],
    [String.raw`/\evil.example`, '/'],
    ['javascript:alert(1)', '/'],
  ])('%s leads to %s', (wanted, target) => {
    expect(safeNext(wanted)).toBe(target);
  });
});
