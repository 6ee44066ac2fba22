import { useMe } from '../../app/me.ts';
import { Page } from '../../components/page.tsx';
import { roleName } from '../../components/role-name.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { PasswordSection } from './password-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TokensSection } from './tokens-section.tsx';

/** What is one's own: name, language, how the screens behave, password, devices and access tokens. */
export function AccountPage() {
  const { t } = useTranslation();
  const { me, member } = useMe();
  if (me === undefined) {
    return null;
  }
  return (
    <Page
      title={t('account.title')}
      facts={<span>{[me.account.email, ...(member?.roles ?? []).map((role) => roleName(t, role))].join(' · ')}</span>}
    >
      <ProfileSection account={me.account} />
      <PasswordSection />
      <SessionsSection />
      {member !== undefined && <TokensSection held={member.grants} />}
    </Page>
  );
}
