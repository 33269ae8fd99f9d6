import { currentLanguage } from '../../../i18n/i18n.ts';
import { writingText } from '../../../i18n/writing-messages.ts';
import type { Upload } from './uploads.ts';

/** What one can do about a picture that could not be sent. */
export interface UploadActions {
  readonly retry: (upload: Upload) => void;
  readonly drop: (upload: Upload) => void;
}

/** The place of a picture that is on its way: how far it is, or what is wrong and what one can do. */
export function uploadView(upload: Upload, { retry, drop }: UploadActions): HTMLElement {
  const box = document.createElement('div');
  box.className = 'plenary-upload';
  box.contentEditable = 'false';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', upload.name);
  const words = document.createElement('p');
  const progress = document.createElement('progress');
  progress.max = 1;
  const again = button(() => retry(upload));
  const away = button(() => drop(upload));
  box.append(words, progress, again, away);

  upload.show = () => {
    const t = writingText(currentLanguage());
    const isFailed = upload.state === 'failed';
    box.toggleAttribute('data-failed', isFailed);
    words.textContent = isFailed
      ? (upload.problem?.sentence ?? '')
      : t('picture.sending', { name: upload.name });
    progress.hidden = isFailed;
    progress.value = upload.share;
    progress.setAttribute('aria-label', t('picture.sending', { name: upload.name }));
    again.hidden = !isFailed || upload.problem?.mayRetry !== true;
    again.textContent = t('picture.retry');
    away.textContent = t(isFailed ? 'picture.giveUp' : 'picture.stop');
  };
  upload.show();
  return box;
}

function button(press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}
