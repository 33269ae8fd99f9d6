import { useEffect, useState } from 'react';
import { reachNow } from '../api/reach.ts';
import { useTranslation } from '../i18n/i18n.ts';

/** What a network wants that answers in the server's place, and the way to its page. */
export function SignIn() {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('offline.portal')}</p>
      <p>
        {/* Over plain http, which such networks answer; the server leads on to itself once one is through. The service
            worker leaves this one address to the network. */}
        <a href={`http://${window.location.host}/?network`} target="_blank" rel="noreferrer">
          {t('offline.portalOpen')}
        </a>
      </p>
    </>
  );
}

/** Beside a sentence that says that the server cannot be reached: whether it is the network that wants a sign-in. */
export function SignInIfAsked() {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    let shown = true;
    void reachNow().then((reach) => {
      if (shown) setAsked(reach === 'portal');
    });
    return () => {
      shown = false;
    };
  }, []);
  return asked && <SignIn />;
}
