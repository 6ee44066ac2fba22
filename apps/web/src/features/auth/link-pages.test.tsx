import { acceptInvitation, readConfig, readLink, resetPassword, setUp } from '@danku/contract/auth.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { answer, refuse } from '../../test/answer.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { server } from '../../test/server.ts';
import { JoinPage } from './join-page.tsx';
import { ResetPage } from './reset-page.tsx';
import { SetUpPage } from './set-up-page.tsx';

const token = 'a-token-of-more-than-twenty-characters';
const at = { path: ':token', at: token };
const link = { email: 'li@huaxin.example', name: '李娜', organisation: '华信电子', hasAccount: false };

describe('JoinPage', () => {
  it('names who invites, and shows what is wrong with the password at the password', async () => {
    const sent: unknown[] = [];
    server.use(
      answer(readLink, { ...link, purpose: 'invite' }),
      refuse(acceptInvitation, 'weak-password', { errors: [{ path: '/password', code: 'too-common' }] }),
    );
    server.events.on('request:start', ({ request }) => {
      if (request.method === 'POST') {
        void request
          .clone()
          .json()
          .then((body) => sent.push(body));
      }
    });
    renderScreen(<JoinPage />, at);
    expect(await screen.findByText('华信电子 邀请您加入。')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('密码'), 'danku-danku-1{Enter}');
    expect(await screen.findByText('太常见或太容易猜到')).toBeTruthy();
    expect(sent).toEqual([{ name: '李娜', password: 'danku-danku-1', locale: 'zh-CN' }]);
  });

  it('says that a link is used up', async () => {
    server.use(refuse(readLink, 'not-found'));
    renderScreen(<JoinPage />, at);
    expect(await screen.findByText(/邀请链接无效或已过期/)).toBeTruthy();
  });
});

describe('ResetPage', () => {
  it('wants the password twice, and leads to sign-in', async () => {
    server.use(answer(readLink, { ...link, purpose: 'reset' }), answer(resetPassword, undefined));
    renderScreen(<ResetPage />, at);
    await userEvent.type(await screen.findByLabelText('新密码'), 'three-brown-horses');
    await userEvent.type(screen.getByLabelText('再输一次'), 'three-brown-house{Enter}');
    expect(screen.getByText('两次输入的密码不一致')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('再输一次'), '{Backspace}{Backspace}{Backspace}rses{Enter}');
    expect(await screen.findByRole('link', { name: '去登录' })).toBeTruthy();
  });
});

describe('SetUpPage', () => {
  it('takes the token from the address and explains a wrong one', async () => {
    server.use(
      answer(readConfig, { needsSetUp: true, isDemo: false, uploadLimitBytes: 1, version: '0', isSecure: false }),
      refuse(setUp, 'not-found'),
    );
    renderScreen(<SetUpPage />, at);
    expect((await screen.findByLabelText<HTMLInputElement>('安装口令')).value).toBe(token);
    const fields = {
      组织名称: '华信',
      网址简称: 'huaxin',
      营业执照上的名称: '华信电子',
      统一社会信用代码: '913100001234567883',
      您的姓名: '李',
      邮箱: 'a@b.cn',
      密码: 'x',
    };
    for (const [label, text] of Object.entries(fields)) {
      await userEvent.type(screen.getByLabelText(label), text);
    }
    await userEvent.click(screen.getByRole('button', { name: '创建组织' }));
    expect(await screen.findByText('安装口令不对，或者已经用过。')).toBeTruthy();
  });
});
