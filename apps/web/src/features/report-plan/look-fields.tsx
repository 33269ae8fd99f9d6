import { picturePath, picturesPath } from '@plenary/protocol';
import { ImageUp } from 'lucide-react';
import { useId, useState } from 'react';
import { RequestFailed } from '../../api/request.ts';
import { sendPicture } from '../../api/send-picture.ts';
import { useTranslation } from '../../i18n/i18n.ts';
import { useReportingText } from '../../i18n/reporting-messages.ts';
import { useWritingText } from '../../i18n/writing-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { PlanFieldsProps } from './plan-fields-props.ts';
import styles from './plan.module.css';

/** The house style: paper, two colours, logo and cover. */
export function LookFields(props: PlanFieldsProps) {
  const { change, view } = props;
  const t = useReportingText();
  const { look } = view.plan;
  return (
    <fieldset className={styles['group']}>
      <legend>{t('plan.look')}</legend>
      <SelectField
        label={t('plan.paper')}
        value={look.paper ?? 'a4'}
        onChange={({ currentTarget: { value } }) =>
          change((now) => ({ ...now, look: { ...now.look, paper: value === 'letter' ? 'letter' : 'a4' } }))
        }
      >
        <option value="a4">{t('plan.a4')}</option>
        <option value="letter">{t('plan.letter')}</option>
      </SelectField>
      <ColourField {...props} of="accent" usual="#1f4e79" />
      <ColourField {...props} of="second" usual="#e7eef5" />
      <PictureField {...props} of="logo" />
      <PictureField {...props} of="cover" />
    </fieldset>
  );
}

interface ColourFieldProps extends PlanFieldsProps {
  readonly of: 'accent' | 'second';
  /** What is offered first to whoever chooses. */
  readonly usual: string;
}

function ColourField({ change, of, usual, view }: ColourFieldProps) {
  const t = useReportingText();
  const colour = view.plan.look[of];
  const set = (value: string | undefined) =>
    change((now) => {
      const { [of]: _old, ...others } = now.look;
      return { ...now, look: value === undefined ? others : { ...others, [of]: value } };
    });
  return (
    <div className={styles['line']}>
      <label>
        {t(`plan.${of}`)}
        <input
          type="color"
          value={colour ?? usual}
          onChange={({ currentTarget }) => set(currentTarget.value.toLowerCase())}
        />
      </label>
      {colour !== undefined && (
        <Button look="quiet" onClick={() => set(undefined)}>
          {t('plan.usual')}
        </Button>
      )}
    </div>
  );
}

interface PictureFieldProps extends PlanFieldsProps {
  readonly of: 'logo' | 'cover';
}

function PictureField({ change, of, slug, view }: PictureFieldProps) {
  const { t: page } = useTranslation();
  const t = useReportingText();
  const writing = useWritingText();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const picture = view.plan.look[of];
  const [document] = view.front;
  const choice = busy
    ? t('plan.sendingPicture')
    : t(picture === undefined ? 'plan.choosePicture' : 'plan.otherPicture');
  const set = (value: string | undefined) =>
    change((now) => {
      const { [of]: _old, ...others } = now.look;
      return { ...now, look: value === undefined ? others : { ...others, [of]: value } };
    });
  const send = async (file: File) => {
    if (document === undefined) return;
    setBusy(true);
    setProblem('');
    try {
      const path = picturesPath(slug, document.id);
      const { signal } = new AbortController();
      set((await sendPicture(file, { path, signal, onProgress: () => undefined })).id);
    } catch (error) {
      const { code, detail } =
        error instanceof RequestFailed ? error : { code: undefined, detail: undefined };
      const own = code === 'picture-too-large' ? writing('picture.tooLarge') : page('failure.unreachable');
      setProblem(detail ?? own);
    }
    setBusy(false);
  };
  return (
    <div className={styles['picture']}>
      <span id={id}>{t(`plan.${of}`)}</span>
      {picture !== undefined && <img src={picturePath(slug, picture)} alt="" />}
      <div className={styles['line']}>
        <FileButton of={id} accept="image/*" disabled={busy} onChoose={(file) => void send(file)}>
          <ImageUp aria-hidden="true" size={18} strokeWidth={1.8} />
          {choice}
        </FileButton>
        {picture !== undefined && (
          <Button look="quiet" onClick={() => set(undefined)}>
            {t('plan.removePicture')}
          </Button>
        )}
      </div>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
    </div>
  );
}
