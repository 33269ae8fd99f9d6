import { useTranslation } from '../i18n/i18n.ts';
import { useParams } from 'wouter';
import { fetchInvitationPreview } from '../api/plenary-api.ts';
import { useResource } from '../api/use-resource.ts';
import { CodeForm } from '../features/joining/code-form.tsx';
import { InvitationHead } from '../features/joining/invitation-head.tsx';
import { NameForm } from '../features/joining/name-form.tsx';
import { Page } from '../ui/page.tsx';
import { Loading, Remark } from '../ui/states.tsx';

/** Where an invitation's link or code leads: what it is for, and a name to enter. */
export function JoinPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const { data, failure } = useResource(code, (signal) => fetchInvitationPreview(code, signal));
  if (!data && !failure) {
    return (
      <Page title={t('join.title')}>
        <Loading />
      </Page>
    );
  }
  return (
    <Page title={data?.summit.title ?? t('join.title')}>
      {data ? (
        <>
          <InvitationHead invitation={data} />
          <NameForm codeOrToken={code} invitation={data} />
        </>
      ) : (
        <>
          <h1>{t('join.title')}</h1>
          <Remark tone="error" live>
            {failure?.detail ?? t('failure.unreachable')}
          </Remark>
          <CodeForm typed={code} />
        </>
      )}
    </Page>
  );
}
